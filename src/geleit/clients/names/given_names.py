"""Tables of given names: how unvowelled Arabic spellings are read, and names that are one."""

# Arabic script leaves short vowels out: by letters alone محمد is "mhmd" and محمود "mhmud". For
# the names that are met most the reading is written down, so that the transliteration can be
# read aloud, and Hasan and Husayn differ in their vowels as well as in Latin script. (D: a mark.)
READINGS_OF_ARABIC = """
محمد muhammad|أحمد ahmad|محمود mahmud|حامد hamid|حميد hamid|مصطفى mustafa|علي ali|عليا alia
حسن hasan|حسين husayn|حسان hassan|محسن muhsin|فاطمة fatima|زهرا zahra|زهراء zahra|زينب zaynab
خديجة khadija|عائشة aisha|عايشة aisha|مريم maryam|آمنة amina|أمينة amina|أمينه amina|يوسف yusuf
يونس yunus|يعقوب yaqub|يحيى yahya|إبراهيم ibrahim|إسماعيل ismail|إسحاق ishaq|موسى musa|عيسى isa
داود dawud|داوود dawud|سليمان sulayman|أيوب ayyub|إدريس idris|نوح nuh|هارون harun|زكريا zakariya
إلياس ilyas|عمر umar|عمرو amr|عثمان uthman|خالد khalid|خليل khalil|خليفة khalifa|سعيد said
سعد saad|سعود saud|مسعود masud|سيد sayyid|قاسم qasim|كريم karim|رحيم rahim|رحمن rahman
عبد abd|الله allah|طه taha|ياسر yasir|ياسين yasin|ياسمين yasmin|جمال jamal|جميل jamil|جميلة jamila
جعفر jafar|جواد jawad|جاسم jasim|صالح salih|صلاح salah|صباح sabah|صبري sabri|سامي sami
سامر samir|سمير samir|سميرة samira|سلمان salman|سلمى salma|سالم salim|سليم salim|سارة sara
ساره sara|سعاد suad|رضا riDa|رمضان ramaDan|رشيد rashid|راشد rashid|رائد raid|رامي rami|رانيا rania
روان rawan|ريم rim|ريما rima|نور nur|نورا nura|نادر nadir|نادية nadia|ناصر nasir|نبيل nabil
نزار nizar|هدى huda|هند hind|هيثم haytham|هشام hisham|هاني hani|هناء hana|وليد walid|وسيم wasim
وسام wisam|وفاء wafa|فرح farah|فرید farid|فريد farid|فؤاد fuad|فيصل faysal|فارس faris|فادي fadi
فتحي fathi|عباس abbas|عزيز aziz|عادل adil|عدنان adnan|عماد imad|عصام isam|عامر amir|أمير amir
أمل amal|أماني amani|أنس anas|أنور anwar|أكرم akram|أسعد asad|أسامة usama|أيمن ayman|إيمان iman
إلهام ilham|إسراء isra|إحسان ihsan|بلال bilal|بشير bashir|بشار bashar|باسم basim|بكر bakr
تامر tamir|توفيق tawfiq|ثامر thamir|حنان hanan|حازم hazim|حمزة hamza|حيدر haydar|حبيب habib
حكيم hakim|حياة hayat|دعاء dua|دانا dana|رنا rana|رغد raghad|زياد ziyad|زيد zayd|شادي shadi
شهد shahd|شيماء shayma|شريف sharif|ضياء Diya|طارق tariq|طلال talal|عبير abir|غسان ghassan
غادة ghada|غزل ghazal|قصي qusay|كمال kamal|لطيف latif|لطيفة latifa|ليلى layla|لينا lina|لؤي luay
ماجد majid|مجيد majid|مازن mazin|مالك malik|ماهر mahir|مجد majd|مروان marwan|مروة marwa|منى muna
منير munir|مهند muhannad|مهدي mahdi|ميساء maysa|مؤمن mumin|معاذ muadh|ممدوح mamduh|قادر qadir
جبار jabbar|غفور ghafur|صمد samad|واحد wahid|شكور shakur|حق haqq|مجتبی mujtaba|مرتضی murtaDa
محسنی muhsini|معصومه masumeh|نرگس narges|نسرین nasrin|شیرین shirin|پروین parvin|پرویز parviz
فرشته fereshteh|فریبا fariba|فرهاد farhad|فرزانه farzaneh|بهرام bahram|بهزاد behzad|بهنام behnam
رستم rostam|سهراب sohrab|سینا sina|شاپور shapur|شهرام shahram|کامران kamran|کاوه kaveh|مینا mina
مهسا mahsa|نوید navid|نگار negar|نازنین nazanin|ناهید nahid|لیلا leila|گلنار golnar|غلام ghulam
آرش arash|آرمان arman|آزاده azadeh|آزاد azad|امید omid|خسرو khosrow|داریوش dariush|جهان jahan
حیدری haydari|رضایی rezai|احمدی ahmadi|محمدی mohammadi|حسینی hosseini|علیزاده alizadeh
کریمی karimi|رحیمی rahimi|نظری nazari|اکبری akbari|جعفری jafari|موسوی musavi|نوری nuri|صادقی sadeghi
زلمی zalmay|پښتون pashtun|خان khan|گل gul|نجیب najib|حمید hamid|وحید wahid|نسیم nasim|عتیق atiq
ئازاد azad|هێمن hemin|شێرکۆ sherko|ڕێبوار rebwar|دلشاد dilshad|سۆران soran|هەژار hezhar|شیلان shilan
"""

# One name in two languages: a Ukrainian's older papers often carry the Russian form, an
# Eritrean's the Biblical one. A sound rule that made h and g equal would merge far too much.
SAME_NAMES = """
serhii serhiy serhij sergei sergej sergey sergii sergiy
bohdan bogdan
oleh oleg
olha olga
ihor igor
hanna ganna anna
hryhorii hryhoriy grigorij grigoriy grigori grigory
heorhii georgii georgij georgiy georg giorgi george
yevhen yevhenii jewhen evhen evgen ievgen evgeny evgenij evgenii evgeniy jewgenij jewgeni yevgeny eugen
yevheniia yevheniya evgenia evgeniia jewgenija jewgenia yevgenia yevgeniya eugenia
mykola nikolai nikolaj nikolay nikolaus mykolai
volodymyr wolodymyr vladimir wladimir
dmytro dmitri dmitrij dmitry dmitriy dmitrii
oleksandr olexandr olexander oleksander aleksandr alexander alexandr aleksander
oleksandra olexandra aleksandra alexandra
oleksii oleksiy olexii olexij aleksej alexei alexej aleksei alexey aleksey
olena elena jelena yelena helena olenka
kateryna ekaterina katerina jekaterina katharina yekaterina
yelyzaveta elizaveta jelisaweta elisabeth elizabeth
mykyta nikita
fedir fjodor fedor fyodor theodor
danylo daniil danil daniel
illia ilja ilya elias
ilyas elias ilias elyas
osyp iosif josef joseph yosef yosief yusuf youssef jusuf yousef yousif
mykhailo mykhaylo michajlo mikhail michail michael mikael mikhailo mikail
ishaq isaac ishak isaak yishak
ibrahim abraham abrahim
ramadan ramazan ramadhan
rida reza riza
murtada murtaza morteza
fadil fazel fazil
diya zia ziya
ayse aisha aischa aysha aysa
serif sharif scherif sherif
isik ishik
"""
