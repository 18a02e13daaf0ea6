"""Names heard in the Gambia, Nigeria, Eritrea, Somalia, Algeria, Ethiopia, Cameroon and Guinea."""

GAMBIAN = {
    "m": """
Lamin Ebrima=Ibrima Modou=Modu Ousman=Usman Alieu Bakary Buba Saikou=Seiku Musa Sulayman Yankuba
Amadou=Amadu Kebba Momodou=Mamadou Abdoulie Dawda Ebou Foday Kawsu Lamarana Mustapha Nfamara Omar
Pa_Modou Sanna Sheriffo Tijan Yaya Alhagie Babucarr Dembo Famara Karamo Malang
""",
    "f": """
Fatou Isatou=Aisatou Mariama=Maryama Awa Binta Jainaba Kaddy Mariam Nyima Oumie Sainabou Tida
Amie Adama Fatoumata Haddy Jarra Kumba Ndey Penda Ramatoulie Sira
""",
    "family": """
Ceesay=Sisay Jallow=Diallo Touray=Toure Sanneh Camara=Kamara Darboe Jatta Njie=Njai Bah Sowe Sarr
Faal Drammeh Manneh Sillah Conteh Kinteh Marong Saidy Badjie Bojang Colley Danso Fofana Gassama
Jabbi Jammeh Keita Krubally Minteh Sambou Singhateh Sonko Susso Trawally
""",
}

NIGERIAN = {
    "m": """
Emeka Chidi Obinna Ifeanyi Kelechi Tunde Segun Femi Babatunde Kunle Osaze Efosa Osagie Ikponmwosa
Musa Ibrahim Sani Godwin Sunday Friday Prince Emmanuel Daniel Kingsley Festus Lucky
""",
    "f": """
Blessing Joy Faith Precious Favour Patience Gift Chioma Ngozi Adaeze Ifeoma Folake Yetunde Osas
Esohe Omosede Isoken Aisha Hauwa Happiness Mercy Rita Success Destiny Sandra Loveth
""",
    "family": """
Okafor Eze Obi Nwosu Okeke Onyeka Adeyemi Ogunleye Balogun Adebayo Osagie Igbinedion Aigbe Ehigie
Omoruyi Idahosa Osayande Aghedo Ighodaro Uwaifo Bello Usman Danjuma Okonkwo Ekwueme Iyamu Evbuomwan
""",
}

TIGRINYA = {
    "m": """
Tesfay=ተስፋይ=Tesfai Mehari=መሃሪ Yonas=ዮናስ=Jonas Filmon=ፊልሞን Samuel=ሳሙኤል Kidane=ኪዳነ Haile=ሃይለ
Berhane=በርሃነ Abraham=ኣብርሃም Dawit=ዳዊት Ermias=ኤርምያስ Goitom=ጎይቶም Habtom=ሃብቶም Isaias=ኢሳይያስ
Merhawi=መርሃዊ Natnael=ናትናኤል Robel=ሮቤል Simon=ስምኦን Temesgen=ተመስገን Yohannes=ዮሃንስ Zerai=ዘርኣይ
Amanuel=ኣማኑኤል Biniam=ቢንያም Henok=ሄኖክ Kibrom=ክብሮም Medhanie=መድሃንየ
""",
    "f": """
Selam=ሰላም Hiwet=ሂወት=Hiwot Letebrhan=ለተብርሃን Rahwa=ራህዋ Saba=ሳባ Semhar=ሰምሃር Tsega=ጸጋ Winta=ዊንታ
Yordanos=ዮርዳኖስ Feven=ፌቨን Bana=ባና Danait=ዳናይት Elsa=ኤልሳ Freweini=ፍረወይኒ Helen=ሄለን Luwam=ልዋም
Mebrat=መብራት Natsnet=ናጽነት Rigbe=ርግበ Senait=ሰናይት Zufan=ዙፋን Azieb=ኣዜብ
""",
    "family": """
Ghebremariam=ገብረማርያም=Gebre_Mariam,Gebremariam Tesfamariam=ተስፋማርያም Woldemichael=ወልደሚካኤል
Haile=ሃይለ Tekle=ተክለ Habte=ሃብተ Berhe=በርሀ Araya=ኣርኣያ Gebreyesus=ገብረየሱስ=Ghebreyesus
Kidane=ኪዳነ Asmelash=ኣስመላሽ Zerezghi=ዘርእዝጊ Teklehaimanot=ተክለሃይማኖት Abraha=ኣብርሃ Weldu=ወልዱ
Gebreselassie=ገብረስላሴ Hagos=ሓጎስ Desta=ደስታ Negash=ነጋሽ Mebrahtu=መብራህቱ Tewelde=ተወልደ Fessehaye=ፍስሃየ
Ogbazghi=ዕቝባዝጊ Kahsay=ካሕሳይ Medhin=መድህን Beyene=በየነ
""",
}

SOMALI = {
    "m": """
Abdi=Cabdi Mohamed=Maxamed,Mohammed Ahmed=Axmed Hassan=Xasan Ali=Cali Ismail=Ismaaciil Omar=Cumar
Yusuf Abdirahman=Cabdiraxmaan Mahad Liban Guled Jama Warsame Bashir Farah Khadar Nur Osman
""",
    "f": """
Hodan=Xodan Faduma=Faadumo Amina=Aamina Halima=Xaliimo Ifrah Khadija=Khadiija Sahra Deqa Fowsia
Hamdi Idil Ladan Muna Nimo Sagal Ubah Yasmin Asha Safia
""",
    "family": """
Warsame Abdullahi Farah Jama Hersi=Xirsi Mohamud=Maxamuud Osman=Cismaan Ibrahim Aden=Aadan Nur
Sheikh Hussein=Xuseen Ahmed=Axmed Ali=Cali Gedi Barre Dirie Egal Isse=Ciise Samatar Yusuf Abdi
""",
}

ALGERIAN = {
    "m": """
Karim=كريم Sofiane=سفيان Yacine=ياسين=Yassine Rachid=رشيد=Rashid Nabil=نبيل Mourad=مراد=Murad
Samir=سمير Hichem=هشام=Hisham Bilal=بلال Walid=وليد Amine=أمين Farid=فريد Djamel=جمال=Jamal
Mehdi=مهدي Khaled=خالد Riad=رياض Tarik=طارق Zoubir=زبير Abdelkader=عبدالقادر
""",
    "f": """
Amel=أمل=Amal Nadia=نادية Samira=سميرة Yasmina=ياسمينة Karima=كريمة Leila=ليلى Souad=سعاد
Fatiha=فتيحة Djamila=جميلة=Jamila Houria=حورية Naima=نعيمة Sabrina=صبرينة
""",
    "family": """
Benali=بن_علي Bouzid=بوزيد Cherif=شريف Haddad=حداد Khelifi=خليفي Mansouri=منصوري Saidi=سعيدي
Belkacem=بلقاسم Boudiaf=بوضياف Hamidi=حميدي Meziane=مزيان Ouali=والي Rahmani=رحماني Slimani=سليماني
Taleb=طالب Yahiaoui=يحياوي Zerrouki=زروقي Amrani=عمراني Brahimi=براهيمي Ferhat=فرحات
""",
}

AMHARIC = {
    "m": "Abebe=አበበ Bekele=በቀለ Tadesse=ታደሰ Girma=ግርማ Dereje=ደረጀ Mulugeta=ሙሉጌታ Solomon=ሰለሞን Tewodros=ቴዎድሮስ",
    "f": "Almaz=አልማዝ Tigist=ትዕግስት Hirut=ሂሩት Meseret=መሰረት Selamawit=ሰላማዊት Bethlehem=ቤተልሔም Genet=ገነት",
    "family": "Tadesse=ታደሰ Bekele=በቀለ Alemu=አለሙ Kebede=ከበደ Wolde=ወልደ Tsegaye=ፀጋዬ Demissie=ደምሴ Assefa=አሰፋ",
}

WEST_AFRICAN = {
    "m": """
Mamadou=Mamadu Ibrahima Alpha Thierno Sékou=Sekou Abdoulaye Boubacar Jean Paul Emile Serge Cédric
Patrice Achille Souleymane Moussa Kouassi Yao Koffi Drissa
""",
    "f": """
Aïssatou=Aissatou Mariama Kadiatou Hadja Oumou Nene Solange Clarisse Mireille Viviane Carine Odette
Aminata Fanta Djeneba Adjoa Akissi Afi
""",
    "family": """
Barry Bah Sow Diallo=Jallow Camara Condé=Conde Sylla Bangoura Mbarga Nguema Fotso Tchoumi Kamga
Ngono Kouamé=Kouame Traoré=Traore Koné=Kone Ouattara Mensah Agbodjan
""",
}
