"""Names heard in Syria, Iraq, Turkey and Iran. How an entry is read: see the package."""

ARABIC = {
    "m": """
Muhammad=محمد=Mohammed,Mohamad,Mohamed Ahmad=أحمد=Ahmed Mahmoud=محمود=Mahmud Ali=علي=Aly
Omar=عمر=Umar Khaled=خالد=Khalid Hassan=حسن=Hasan Hussein=حسين=Husain,Hossein Ibrahim=إبراهيم=Ebrahim
Youssef=يوسف=Yusuf,Yousef Mustafa=مصطفى=Mostafa Abdullah=عبدالله=Abdallah Samer=سامر Bassel=باسل=Basel
Firas=فراس=Feras Anas=أنس Yasser=ياسر=Yasir Tarek=طارق=Tariq Ziad=زياد=Zeyad Rami=رامي Fadi=فادي
Hani=هاني Wael=وائل Nabil=نبيل=Nabeel Walid=وليد=Waleed Salim=سليم=Saleem Karim=كريم=Kareem
Jamal=جمال=Gamal Adnan=عدنان Bilal=بلال=Belal Hamza=حمزة Amer=عامر Majd=مجد Nizar=نزار
Ayham=أيهم Louay=لؤي=Luay Kinan=كنان=Kenan Ghaith=غيث Qusai=قصي=Kosay Saif=سيف Haitham=هيثم
Mazen=مازن=Mazin Raed=رائد Ammar=عمار Bashar=بشار Fares=فارس=Faris Ghassan=غسان Hadi=هادي
Imad=عماد=Emad Jaber=جابر Malek=مالك=Malik Muhannad=مهند Obaida=عبيدة Osama=أسامة=Usama
Rashid=رشيد=Rasheed Sami=سامي Taha=طه Yaman=يمان Zakaria=زكريا Alaa=علاء Diaa=ضياء Hikmat=حكمت
""",
    "f": """
Fatima=فاطمة=Fatema,Fatmeh Aisha=عائشة=Aicha Maryam=مريم=Mariam Zainab=زينب=Zeinab Khadija=خديجة
Amal=أمل Hanan=حنان Rania=رانيا Rana=رنا Nour=نور=Noor Layla=ليلى=Leila Sara=سارة=Sarah
Huda=هدى=Hoda Samira=سميرة Salma=سلمى Iman=إيمان=Eman Reem=ريم=Rim Lina=لينا Dima=ديما Hala=هالة
Ghada=غادة Manal=منال Nada=ندى Rasha=رشا Sawsan=سوسن Walaa=ولاء Yasmin=ياسمين=Jasmin Abeer=عبير
Asma=أسماء Bayan=بيان Duaa=دعاء=Doaa Esraa=إسراء Farah=فرح Heba=هبة=Hiba Inas=إيناس Jumana=جمانة
Kawthar=كوثر Lubna=لبنى Maha=مها Nadia=نادية Rawan=روان Sahar=سحر Shahd=شهد Tasnim=تسنيم Wafaa=وفاء
Amina=أمينة=Ameena Batoul=بتول Kinda=كندة Mayada=ميادة Najwa=نجوى Raghad=رغد Suad=سعاد Wiam=وئام
""",
    "family": """
Al-Ahmad=الأحمد=Alahmad Al-Hamwi=الحموي=Alhamwi Al-Halabi=الحلبي=Halabi Al-Masri=المصري
Al-Khatib=الخطيب=Alkhateeb Al-Ali=العلي=Alali Al-Hussein=الحسين=Alhussein Al-Hassan=الحسن
Al-Ibrahim=الإبراهيم Al-Mustafa=المصطفى Al-Jasem=الجاسم=Aljasim Al-Khalaf=الخلف Al-Saleh=الصالح
Al-Abdullah=العبدالله Al-Omar=العمر Al-Shami=الشامي Al-Homsi=الحمصي Al-Rifai=الرفاعي=Refai
Al-Zoubi=الزعبي=Alzobi Al-Najjar=النجار Al-Haddad=الحداد Al-Sabbagh=الصباغ Al-Kurdi=الكردي
Al-Darwish=الدرويش Al-Hariri=الحريري Al-Mahmoud=المحمود Al-Yousef=اليوسف Al-Asaad=الأسعد
Al-Bakri=البكري Al-Nasser=الناصر Al-Janabi=الجنابي Al-Dulaimi=الدليمي Al-Obaidi=العبيدي
Al-Jubouri=الجبوري Al-Tamimi=التميمي Al-Saadi=السعدي Al-Rubaie=الربيعي Al-Azzawi=العزاوي
Al-Bayati=البياتي Al-Hashimi=الهاشمي Al-Karkhi=الكرخي Al-Mosuli=الموصلي Al-Basri=البصري
Haddad=حداد Khoury=خوري Mansour=منصور Sabbagh=صباغ Darwish=درويش Hamdan=حمدان Qasim=قاسم=Kasem
Shahin=شاهين Suleiman=سليمان=Sulaiman Taha=طه Issa=عيسى Zaidan=زيدان Barakat=بركات Jaber=جابر
Kanaan=كنعان Laham=لحام Murad=مراد Nahhas=نحاس Rahal=رحال Saqqa=سقا Turkmani=تركماني Wahbi=وهبي
Yaziji=يازجي Zein=زين Abboud=عبود Bitar=بيطار Chahine=شاهين Dib=ديب Fayad=فياض Ghanem=غانم
Hallaq=حلاق Idris=إدريس Jarrah=جراح Kabbani=قباني Maarouf=معروف Nasri=نصري Othman=عثمان
Qabbani=قباني Ramadan=رمضان Sallum=سلوم Tahan=طحان Wannous=ونوس Ajami=عجمي Badawi=بدوي
Dakkak=دقاق Fawaz=فواز Hijazi=حجازي Jundi=جندي Kayyali=كيالي Makki=مكي Nabulsi=نابلسي
""",
}

KURDISH = {
    "m": """
Azad=ئازاد Rojhat Baran Diyar Serhat Hozan Dilovan Rezan Welat Siyabend Agit Ciwan=جوان=Jiwan
Ferhad=فەرهاد=Farhad Heval Kawa=کاوە Mazlum Newroz Rebin Ronî Shivan=شڤان=Schiwan Sherzad=شێرزاد
Hiwa=هیوا Rebwar=ڕێبوار Soran=سۆران Karwan=کاروان Dilshad=دلشاد Hemin=هێمن Shirko=شێرکۆ Bakhtiyar
Nechirvan Zana Mirza Khalaf Saydo Elias Khider=خدر=Xidir Haji Barakat Qasim Murad Jalal Sarhan
""",
    "f": """
Berfîn=بەرفین=Berfin Rojîn=ڕۆژین=Rojin Gulistan Dilan Evîn=ئەڤین=Evin Zîn Hêvî=هێڤی=Hevi Nesrîn
Rûken Perwîn=پەروین=Parwin Shilan=شیلان=Schilan Jiyan=ژیان Avin Bahar Chinar Dilnaz Gulê Hana
Jwan Khunav Lana Nishtiman Rezhin=ڕێژین Sozan Tara Viyan Xezal=Ghazal Zilan Naza Basê Nofa
Shirin=شیرین Gule Hadya Khatun Suham Layla Amsha Seve
""",
    "family": """
Hesso=حسو Osso Hemo=حمو Sheikho=شيخو Bozan Khalil Ibrahim Mustafa Berro Kobani=کۆبانی Afrini
Qamishlo Hajo Temo Rasho Sino Alo Mamo Khalo Daoud Sido Battal Ose Biro Dêrikî Ramo Haso
Barzani Zebari Mizuri Doski Bamerni Sindi Duhoki=دهۆکی Hewleri=هەولێری Kerkuki Zakhoyi
Hussein Khudeda Qolo Kheder Murad Elias Sulaiman Saydo Hamad Jardo Qirani Matto Khalaf
Demir Yıldız=Yildiz Aslan=Arslan Kaya Çelik=Celik Bozkurt Karakaş Toprak Baran Doğan=Dogan
""",
}

TURKISH = {
    "m": """
Yusuf=Yousuf Mehmet=Mehmed Ahmet Mustafa Emre Murat Hakan Burak Serkan Onur Volkan Kerem Cem
Ömer=Oemer,Omer İbrahim=Ibrahim Hüseyin=Hueseyin Ünal Tolga Barış=Baris Deniz Umut Kaan Selim
Fatih Gökhan=Goekhan Erdem Halil İsmail=Ismail Yasin Tahir Sinan Furkan Alper Ozan Çağrı
""",
    "f": """
Ayşe=Ayse,Aische Fatma Emine Hatice Zeynep Elif Meryem Özlem=Oezlem Gül=Guel Sevgi Derya Pınar
Esra Büşra=Buesra Merve Aylin Nesrin Songül Yasemin Çiğdem=Cigdem Hülya Şule=Sule Betül Gamze
Tuğba Sibel Nuray İrem Melek Nazlı Selin Ebru Dilek Fadime Gönül Hacer
""",
    "family": """
Demir Yılmaz=Yilmaz Kaya Şahin=Sahin Çelik=Celik Yıldız=Yildiz Öztürk=Oeztuerk Aydın=Aydin
Özdemir=Oezdemir Arslan=Aslan Doğan=Dogan Kılıç=Kilic Çetin=Cetin Koç=Koc Kurt Özkan Şimşek
Polat Korkmaz Erdoğmuş Güneş=Guenes Aktaş=Aktas Bulut Tekin Yavuz Taş=Tas Güler Turan Avcı
Karaca Sönmez Akın Başaran Ünlü Toprak Gündüz Işık=Isik Keskin Uçar Kaplan Yıldırım Bozkurt
""",
}

PERSIAN = {
    "m": """
Amir=امیر Reza=رضا=Riza Mehdi=مهدی=Mahdi Hamed=حامد Saeed=سعید=Said Behzad=بهزاد Kaveh=کاوه
Arash=آرش Navid=نوید Omid=امید Farhad=فرهاد Siavash Ramin Pouya Milad Kian Dariush=داریوش
Babak Shahram=شهرام Masoud=مسعود Nima Peyman Keyvan Soheil Vahid=وحید Yashar
""",
    "f": """
Maryam=مریم Zahra=زهرا Shirin=شیرین Mahsa=مهسا Nazanin=نازنین Parisa Leila=لیلا Niloufar
Azadeh=آزاده Fereshteh=فرشته Sahar Golnaz Mina=مینا Negar=نگار Roya Setareh Taraneh Yasaman
Elham=الهام Fatemeh=فاطمه Hanieh Laleh Mehrnaz Samaneh Shadi
""",
    "family": """
Ahmadi=احمدی Hosseini=حسینی Karimi=کریمی Moradi Rezaei=رضایی=Rezai Jafari=جعفری Rahimi=رحیمی
Sadeghi=صادقی Ghasemi Kazemi Bagheri Shirazi Tehrani Esfahani Tabrizi Kermani Yazdi Rostami
Soltani Farahani Golestani Bahrami Daneshvar Mirzaei Nouri=نوری Parvizi Sohrabi Zamani
""",
}
