"""Names heard in Ukraine, Albania, Kosovo, North Macedonia and Georgia. See the package.

Where a family name has a form for women it stands after a slash, in both scripts.
"""

UKRAINIAN = {
    "m": """
Oleksandr=Олександр=Alexander,Olexandr Andrii=Андрій=Andriy,Andrej Serhii=Сергій=Sergej,Serhiy
Volodymyr=Володимир=Wolodymyr,Vladimir Dmytro=Дмитро=Dmitrij Ivan=Іван=Iwan Mykola=Микола=Nikolai
Oleh=Олег=Oleg Yurii=Юрій=Jurij,Yuriy Viktor=Віктор=Wiktor Vitalii=Віталій=Vitaliy Roman=Роман
Bohdan=Богдан=Bogdan Maksym=Максим=Maxim Taras=Тарас Ihor=Ігор=Igor Petro=Петро Vasyl=Василь=Wassyl
Yevhen=Євген=Jewgenij Artem=Артем=Artjom Denys=Денис=Denis Mykhailo=Михайло=Michail Nazar=Назар
Ostap=Остап Pavlo=Павло=Pawlo Ruslan=Руслан Stepan=Степан Tymofii=Тимофій Vadym=Вадим=Wadim
Yaroslav=Ярослав=Jaroslaw Zakhar=Захар Danylo=Данило=Daniil Hryhorii=Григорій Kyrylo=Кирило=Kirill
Matvii=Матвій=Matwej Leonid=Леонід Marko=Марко Anatolii=Анатолій=Anatolij Borys=Борис Hlib=Гліб=Gleb
""",
    "f": """
Olena=Олена=Elena,Jelena Olha=Ольга=Olga Iryna=Ірина=Irina Natalia=Наталія=Nataliia,Natalija
Tetiana=Тетяна=Tatjana,Tatiana Oksana=Оксана=Oxana Svitlana=Світлана=Swetlana Liudmyla=Людмила=Ljudmila
Halyna=Галина=Galina Kateryna=Катерина=Ekaterina,Katerina Yuliia=Юлія=Julia,Yuliya Anna=Анна=Hanna
Mariia=Марія=Maria,Mariya Anastasiia=Анастасія=Anastasia Viktoriia=Вікторія=Viktoria,Wiktoria
Daria=Дарія=Darya Sofiia=Софія=Sofia Yana=Яна=Jana Alina=Аліна Alla=Алла Bohdana=Богдана
Valentyna=Валентина=Walentina Vira=Віра=Wira Zoriana=Зоряна Inna=Інна Karina=Каріна Larysa=Лариса=Larissa
Lesia=Леся=Lesja Liliia=Лілія=Lilia Maryna=Марина=Marina Myroslava=Мирослава Nadiia=Надія=Nadija
Nina=Ніна Polina=Поліна Raisa=Раїса Roksolana=Роксолана Solomiia=Соломія Tamara=Тамара Uliana=Уляна
Khrystyna=Христина=Christina Yeva=Єва=Eva Zlata=Злата Veronika=Вероніка Snizhana=Сніжана
""",
    "family": """
Kovalenko=Коваленко=Kowalenko Shevchenko=Шевченко=Schewtschenko Bondarenko=Бондаренко
Tkachenko=Ткаченко=Tkatschenko Kravchenko=Кравченко=Krawtschenko Oliinyk=Олійник=Olijnyk
Kovalchuk=Ковальчук=Kowaltschuk Polishchuk=Поліщук Lysenko=Лисенко Marchenko=Марченко=Martschenko
Savchenko=Савченко=Sawtschenko Rudenko=Руденко Petrenko=Петренко Moroz=Мороз Klymenko=Клименко
Pavlenko=Павленко Romanenko=Романенко Melnyk=Мельник=Melnik Boiko=Бойко=Bojko Hrytsenko=Гриценко
Tkachuk=Ткачук Ponomarenko=Пономаренко Vasylenko=Василенко=Wassylenko Kharchenko=Харченко
Sydorenko=Сидоренко Havryliuk=Гаврилюк Panchenko=Панченко Didenko=Діденко Fedorenko=Федоренко
Tereshchenko=Терещенко Zinchenko=Зінченко Yurchenko=Юрченко=Jurtschenko Nazarenko=Назаренко
Kostenko=Костенко Honcharenko=Гончаренко=Gontscharenko Danylenko=Даниленко Yakovenko=Яковенко
Levytskyi/Levytska=Левицький/Левицька Savytskyi/Savytska=Савицький/Савицька
Zelinskyi/Zelinska=Зелінський/Зелінська Bilinskyi/Bilinska=Білінський/Білінська
Vyshnevskyi/Vyshnevska=Вишневський/Вишневська Lisovyi/Lisova=Лісовий/Лісова
Kovalov/Kovalova=Ковальов/Ковальова Ivanov/Ivanova=Іванов/Іванова Popov/Popova=Попов/Попова
Volkov/Volkova=Волков/Волкова Sokolov/Sokolova=Соколов/Соколова Morozov/Morozova=Морозов/Морозова
Bilyk=Білик Chornyi/Chorna=Чорний/Чорна Kuzmenko=Кузьменко Litvinenko=Литвиненко=Lytvynenko
Mazur=Мазур Onyshchenko=Онищенко Prokopenko=Прокопенко Roshchuk=Рощук Stetsenko=Стеценко
Tymchuk=Тимчук Usenko=Усенко Yaremchuk=Яремчук Zhuk=Жук Dovzhenko=Довженко Fomenko=Фоменко
Haidai=Гайдай Ishchenko=Іщенко Kyrychenko=Кириченко Lukashenko=Лукашенко Maistrenko=Майстренко
Nesterenko=Нестеренко Ostapenko=Остапенко Pylypenko=Пилипенко Riabchenko=Рябченко Semenko=Семенко
""",
}

ALBANIAN = {
    "m": """
Arben Besnik Dritan Fatos Ilir Kujtim Luan Naim Petrit Shpëtim=Shpetim Valon Agron Bujar Edon
Flamur Genti Kreshnik Lulzim Mentor Rinor Skënder=Skender Taulant Ylli Zef Artan
""",
    "f": """
Arta Blerta Drita Elira Fatbardha Lindita Mimoza Valbona Vjosa Albana Besa Dafina Era Fitore
Hana Jehona Kaltrina Luljeta Majlinda Nora Rozafa Shpresa Teuta Zana Ermira
""",
    "family": """
Hoxha Krasniqi Gashi Berisha Shala Morina Kelmendi Bytyqi Dervishi Leka Marku Prifti Shehu Hysa
Gjoka Bardhi Çela=Cela Dema Elezi Fejza Gjini Hasani Ismaili Jashari Kola Lleshi Mema Ndoka Osmani
""",
}

MACEDONIAN = {
    "m": """
Aleksandar=Александар Dragan=Драган Goran=Горан Igor=Игор Jovan=Јован Kiril=Кирил Ljupčo=Љупчо
Nikola=Никола Zoran=Зоран Dejan Elvis Orhan Sebastijan Denis Ramiz Sabri Mefail Bekim Safet
""",
    "f": """
Biljana=Билјана Elena=Елена Gordana=Гордана Jasmina=Јасмина Katerina=Катерина Ljubica=Љубица
Marija=Марија Suzana=Сузана Vesna=Весна Sabina Romina Sevdije Aldijana Emra Selvija Nadire
""",
    "family": """
Petrovski/Petrovska=Петровски/Петровска Stojanovski/Stojanovska=Стојановски/Стојановска
Trajkovski/Trajkovska Ristov/Ristova Nikolov/Nikolova Demirov/Demirova Memedov/Memedova
Osmanov/Osmanova Saliev/Salieva Ibraimov/Ibraimova Asanov/Asanova Kamberov/Kamberova Redžepov
Jašarov/Jašarova=Jasarov/Jasarova Bajramov/Bajramova Ajdarov/Ajdarova Alimov/Alimova
""",
}

GEORGIAN = {
    "m": "Giorgi=გიორგი Levan=ლევან Davit=დავით Nika=ნიკა Irakli=ირაკლი Zurab=ზურაბ Tornike=თორნიკე Lasha=ლაშა",
    "f": "Nino=ნინო Tamar=თამარ Ketevan=ქეთევან Maia=მაია Salome=სალომე Eka=ეკა Lali=ლალი Natia=ნათია",
    "family": """
Beridze=ბერიძე Kapanadze=კაპანაძე Gelashvili=გელაშვილი Maisuradze=მაისურაძე Lomidze=ლომიძე
Giorgadze=გიორგაძე Tsiklauri=წიკლაური Khutsishvili=ხუციშვილი Kvaratskhelia Mchedlidze
""",
}
