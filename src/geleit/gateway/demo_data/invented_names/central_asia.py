"""Names heard in Afghanistan, Pakistan, India and Sri Lanka. How an entry is read: see the package."""

AFGHAN = {
    "m": """
Mohammad=محمد=Mohammed,Muhammad Ahmad=احمد=Ahmed Ali=علی Reza=رضا=Riza Hamid=حمید=Hamed
Najib=نجیب=Najeeb Farid=فرید=Fareed Rahim=رحیم Karim=کریم=Karem Jawad=جواد=Javad Hussain=حسین=Hossein
Mahdi=مهدی=Mehdi Nasir=نصیر=Naseer Omid=امید=Omeed Zabihullah=ذبیح‌الله Esmatullah=عصمت‌الله
Habibullah=حبیب‌الله Rahmatullah=رحمت‌الله Naqibullah=نقیب‌الله Samiullah=سمیع‌الله Wahid=وحید
Khalid=خالد=Khaled Massoud=مسعود=Masood Noor=نور=Nur Sher=شیر Zalmai=زلمی Gul=گل=Gol Abdul=عبدل
Ghulam=غلام Haroon=هارون=Harun Idris=ادریس Jamshid=جمشید Mirwais=میرویس Parwiz=پرویز=Parviz
Qais=قیس Ramin=رامین Sohrab=سهراب Tamim=تمیم Yama=یما Zaki=ذکی Baryalai=بریالی Shafiq=شفیق
Sayed=سید=Said Mujtaba=مجتبی Murtaza=مرتضی=Morteza Ehsan=احسان Fawad=فواد Arash=آرش Basir=بصیر
""",
    "f": """
Fatima=فاطمه=Fatema Zahra=زهرا=Sahra Maryam=مریم=Mariam Zainab=زینب Masuma=معصومه=Masooma
Shukria=شکریه Nargis=نرگس=Narges Parwana=پروانه Laila=لیلا=Leila Farida=فریده Marzia=مرضیه
Roya=رویا Soraya=ثریا=Suraya Nazia=نازیه Freshta=فرشته=Fereshta Gulalai=گلالی Hasina=حسینه
Khadija=خدیجه Latifa=لطیفه Malika=ملکه Nadia=نادیه Palwasha=پلوشه Razia=راضیه Sahar=سحر
Tamana=تمنا Wajiha=وجیهه Zarghuna=زرغونه Aziza=عزیزه Bibi=بی‌بی Frozan=فروزان Halima=حلیمه
Jamila=جمیله Karima=کریمه Mina=مینا Nilofar=نیلوفر Rukhsar=رخسار Sadaf=صدف Shabnam=شبنم Spozhmai
""",
    "family": """
Rahimi=رحیمی Ahmadi=احمدی Mohammadi=محمدی=Mohamadi Hosseini=حسینی=Hussaini Rezai=رضایی=Rezaie
Karimi=کریمی Nazari=نظری Haidari=حیدری=Haydari Jafari=جعفری Akbari=اکبری Alizada=علیزاده=Alizadeh
Sadat=سادات Noori=نوری=Nuri Safi=صافی Stanekzai=ستانکزی Ahmadzai=احمدزی Popalzai=پوپلزی
Barakzai=بارکزی Yusufzai=یوسفزی=Yousafzai Wardak=وردک Hotak=هوتک Kohistani=کوهستانی
Panjshiri=پنجشیری Herati=هراتی Kabuli=کابلی Ghaznawi=غزنوی Bamyani=بامیانی Balkhi=بلخی
Hashimi=هاشمی Sharifi=شریفی Azizi=عزیزی Amiri=امیری Yaqubi=یعقوبی Qaderi=قادری=Qadiri
Sultani=سلطانی Rasuli=رسولی=Rasooli Sarwari=سروری Faizi=فیضی Ibrahimi=ابراهیمی Mirzai=میرزایی
Joya=جویا Hakimi=حکیمی Tajik=تاجیک Zadran=ځدران Mangal=منگل Miakhel=میاخیل Omarkhel=عمرخیل
Shinwari=شینواری Mohmand=مومند Afzali=افضلی Danish=دانش Frotan=فروتن Gulzad=گلزاد Hamidi=حمیدی
Jalali=جلالی Khorami=خرمی Latifi=لطیفی Maqsudi=مقصودی Naziri=نذیری Osmani=عثمانی Paiman=پیمان
""",
}

PAKISTANI = {
    "m": """
Muhammad=محمد=Mohammad Imran=عمران Bilal=بلال Usman=عثمان=Osman Hamza=حمزہ Asif=آصف Kashif=کاشف
Naveed=نوید Shahid=شاہد Tariq=طارق Waqas=وقاص Zeeshan=ذیشان Adeel=عدیل Faisal=فیصل Junaid=جنید
Rizwan=رضوان Sajid=ساجد Umair=عمیر Waseem=وسیم Yasir=یاسر Ahsan=احسن Danish=دانش Farhan=فرحان
""",
    "f": """
Ayesha=عائشہ=Aisha Fatima=فاطمہ Sana=ثنا Hina=حنا Mehwish=مہوش Nida=ندا Rabia=رابعہ Saima=صائمہ
Sadia=سعدیہ Amna=آمنہ Bushra=بشری Farzana=فرزانہ Iqra=اقرا Kiran=کرن Maria=ماریہ Nazia=نازیہ
Rukhsana=رخسانہ Shazia=شازیہ Uzma=عظمی Zara=زارا
""",
    "family": """
Khan=خان Ahmed=احمد=Ahmad Malik=ملک Butt=بٹ Chaudhry=چوہدری=Choudhary Qureshi=قریشی Sheikh=شیخ
Mirza=مرزا Bhatti=بھٹی Rana=رانا Raja=راجہ Siddiqui=صدیقی Hashmi=ہاشمی Awan=اعوان Gondal=گوندل
Cheema=چیمہ Warraich=وڑائچ Mughal=مغل Abbasi=عباسی Baig=بیگ Dar=ڈار Javed=جاوید Nawaz=نواز Iqbal=اقبال
""",
}

TAMIL = {
    "m": """
Kumaran Suresh Ramesh Ganesh Sivakumar Thanushan Pradeep Nimal Sunil Kasun Dinesh Chaminda Ruwan
Aravinthan Balakrishnan Jeyakumar Kajan Mathusan Nishanthan Piratheepan Vimal Yogarajah
""",
    "f": """
Kavitha Priya Shanthi Malar Thanuja Nirosha Dilani Chathurika Sanduni Anusha Geetha Jeyanthi
Lakshmi Mathuri Nilmini Rathika Sumathi Tharshini Vasanthi Yalini
""",
    "family": """
Sivalingam Rajaratnam Kandiah Nadarajah Selvarajah Thambirajah Ponnambalam Perera Fernando Silva
Bandara Jayasuriya Wickramasinghe Gunawardena Arumugam Balasingam Ehamparam Kanagaratnam
Mahendran Navaratnam Paramanathan Rasiah Sabaratnam Thiruchelvam Vijayakumar
""",
}

INDIAN = {
    "m": "Gurpreet Harjit Manpreet Jaspal Amarjit Baljinder Sukhdev Rahul Vikram Arjun Karan Sandeep",
    "f": "Harpreet Simran Jasleen Manjit Navdeep Rajwinder Sukhjit Anjali Pooja Neha Kavita Sunita",
    "family": "Singh Kaur Gill Sidhu Dhillon Grewal Sandhu Brar Sharma Verma Patel Kumar Bains Toor",
}
