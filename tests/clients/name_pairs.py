"""Pairs of invented people: the same one written twice, or two who are easily confused.

One pair a line: name, birth date, name, birth date (`-` where missing). `SAME` and `DIFFERENT` were
at hand when rules and thresholds were set. The `FRESH` tables were first tried when both were set.
"""

SAME = """
Mohammed Ali | 12.03.1990 | Muhammad Ali | 12.03.1990
Mohammed Ali | 12.03.1990 | محمد علي | 12.03.1990
Mohamad Al-Hassan | 05.06.1984 | محمد الحسن | 05.06.1984
Muhammet Yılmaz | 17.09.1979 | Mohammed Yilmaz | 17.09.1979
Мухаммад Рахимов | 03.02.1988 | Muhammad Rahimov | 03.02.1988
Olena Kovalenko | 23.11.1985 | Олена Коваленко | 23.11.1985
Kovalenko Olena | 23.11.1985 | Olena Kowalenko | 23.11.1985
Elena Kovalenko | 23.11.1985 | Olena Kovalenko | 23.11.1985
Yusuf Demir | 30.01.1992 | Jusuf Demir | 30.01.1992
Youssef Haddad | 14.07.1995 | يوسف حداد | 14.07.1995
Yousif Haddad | 14.07.1995 | Yusuf Hadad | 14.07.1995
Fatima Hosseini | 09.09.1999 | Fatemeh Hoseini | 09.09.1999
Fatma Yıldız | 22.05.1970 | Fatima Yildiz | 22.05.1970
سلمى الزهراء | 18.10.2001 | Salma Al-Zahra | 18.10.2001
Hussein Karimi | 11.11.1993 | Hossein Karimi | 11.11.1993
Husain Karimi | 11.11.1993 | حسین کریمی | 11.11.1993
Abdullah Rahimi | 20.04.1987 | عبدالله رحیمی | 20.04.1987
Abdallah Nasser | 20.04.1987 | عبد الله ناصر | 20.04.1987
Abd al-Rahman Khalil | 02.08.1981 | Abdulrahman Khalil | 02.08.1981
Abdul Rahman Khalil | 02.08.1981 | Abdelrahman Khalil | 02.08.1981
Abdurrahman Khalil | 02.08.1981 | عبد الرحمن خليل | 02.08.1981
Ghebremariam Tesfay | 16.02.1990 | Gebremariam Tesfai | 16.02.1990
Gebremariam Tesfay | 16.02.1990 | ገብረማርያም ተስፋይ | 16.02.1990
Gebre Mariam Tesfay | 16.02.1990 | Gebremariam Tesfay | 16.02.1990
Haile Mariam Kidane | 25.12.1994 | Hailemariam Kidane | 25.12.1994
Dawit Hagos | 07.06.1996 | ዳዊት ሓጎስ | 07.06.1996
David Hagos | 07.06.1996 | Dawit Hagos | 07.06.1996
Tsegay Berhane | 13.03.1989 | ጸጋይ ብርሃነ | 13.03.1989
Iryna Shevchenko | 19.08.1978 | Irina Schewtschenko | 19.08.1978
Iryna Shevchenko | 19.08.1978 | Ірина Шевченко | 19.08.1978
Iryna Chevtchenko | 19.08.1978 | Iryna Szewczenko | 19.08.1978
Oleksandr Bondarenko | 04.05.1972 | Aleksandr Bondarenko | 04.05.1972
Alexander Bondarenko | 04.05.1972 | Олександр Бондаренко | 04.05.1972
Natalia Zelenska | 28.02.1969 | Natalija Selenska | 28.02.1969
Nataliia Zelenska | 28.02.1969 | Наталія Зеленська | 28.02.1969
Giorgi Beridze | 15.09.1998 | გიორგი ბერიძე | 15.09.1998
Ahmad Saleh | 10.10.1986 | Ahmet Salih | 10.10.1986
Ahmed Saleh | 10.10.1986 | أحمد صالح | 10.10.1986
Khalid Omar | 21.12.1991 | Chalid Omar | 21.12.1991
Halid Omar | 21.12.1991 | خالد عمر | 21.12.1991
Yevhen Melnyk | 06.07.1983 | Jewhen Melnyk | 06.07.1983
Yevhen Melnyk | 06.07.1983 | Євген Мельник | 06.07.1983
Evgeny Melnik | 06.07.1983 | Yevhen Melnyk | 06.07.1983
Mykhailo Tkachenko | 29.03.1975 | Michajlo Tkatschenko | 29.03.1975
Mykhailo Tkachenko | 29.03.1975 | Михайло Ткаченко | 29.03.1975
Serhii Kravchuk | 08.01.1980 | Sergej Krawtschuk | 08.01.1980
Сергій Кравчук | 08.01.1980 | Сергей Кравчук | 08.01.1980
Nguyen Thi Lan | 26.06.1988 | Nguyễn Thị Lan | 26.06.1988
Said Ahmadi | 17.04.2000 | Saeed Ahmadi | 17.04.2000
Said Ahmadi | 17.04.2000 | سعید احمدی | 17.04.2000
Qasim Nazari | 12.12.1977 | Kasim Nazari | 12.12.1977
Ghasem Nazari | 12.12.1977 | قاسم نظری | 12.12.1977
Zahra Jafari | 24.01.1997 | Sahra Dschafari | 24.01.1997
Zahra Jafari | 24.01.1997 | زهرا جعفری | 24.01.1997
Aisha Osman | 31.05.1994 | Aischa Othman | 31.05.1994
Ayşe Osman | 31.05.1994 | عائشة عثمان | 31.05.1994
Jürgen Müller | 14.02.1965 | Juergen Mueller | 14.02.1965
Jürgen Müller | 14.02.1965 | Jurgen Muller | 14.02.1965
Petra Weiß | 27.09.1971 | Petra Weiss | 27.09.1971
Gülşen Öztürk | 03.03.1985 | Gulsen Ozturk | 03.03.1985
İbrahim Çelik | 09.04.1990 | Ibrahim Celik | 09.04.1990
Łukasz Żółkiewski | 18.07.1982 | Lukasz Zolkiewski | 18.07.1982
Đorđe Petrović | 05.05.1976 | Djordje Petrovic | 05.05.1976
Khadija Rajab | 11.01.1993 | Hatice Recep | 11.01.1993
Zainab Alkhatib | 20.10.1998 | Zeynep Al Khatib | 20.10.1998
زينب الخطيب | 20.10.1998 | Zaynab Elkhatib | 20.10.1998
Ramadan Hamid | 22.02.1984 | Ramazan Hamid | 22.02.1984
Reza Mohammadi | 15.05.1995 | رضا محمدی | 15.05.1995
Mohammad Reza Karimi | 19.06.1989 | Mohammadreza Karimi | 19.06.1989
Ali Reza Akbari | 23.03.1991 | Alireza Akbari | 23.03.1991
Habibullah Stanekzai | 30.11.1992 | Habib Ullah Stanikzai | 30.11.1992
Nuruddin Sharifi | 04.09.1996 | Noor ud Din Sharifi | 04.09.1996
Yasmin Suleiman | 12.08.2003 | ياسمين سليمان | 12.08.2003
Mustafa Kaya | 01.06.1988 | Mostafa Kaya | 01.06.1988
Maryam Yaqub | 16.11.1990 | Meryem Yakup | 16.11.1990
Munir Darwish | 07.07.1974 | Mounir Darwisch | 07.07.1974
منير درويش | 07.07.1974 | Munir Darwish | 07.07.1974
Amir Hossein Rezai | 28.08.2002 | Amirhossein Rezaei | 28.08.2002
Tetiana Lysenko | 13.10.1986 | Tatjana Lysenko | 13.10.1986
Svitlana Hrytsenko | 02.12.1979 | Світлана Гриценко | 02.12.1979
Bohdan Honchar | 21.05.1993 | Богдан Гончар | 21.05.1993
Volodymyr Petrenko | 11.09.1968 | Wladimir Petrenko | 11.09.1968
Kateryna Shcherbak | 26.01.1999 | Katerina Schtscherbak | 26.01.1999
Tamar Javakhishvili | 09.02.1981 | თამარ ჯავახიშვილი | 09.02.1981
Olena Kovalenko | 12.03.1990 | Olena Kovalenko | 03.12.1990
Olena Kovalenko | 12.03.1990 | Olena Kovalenko | 12.03.1991
Mohammed Haidar | 01.01.1995 | Mohammad Haydar | 14.06.1995
Haile Tekle | - | Hayle Tekle | 12.04.1990
Olha Marchenko | - | Ольга Марченко | -
Khaled Al Ahmad | 25.10.1987 | Khaled Ahmad Al Ahmad | 25.10.1987
Ahmad Hassan Ibrahim | 14.04.1992 | Ahmad Ibrahim | 14.04.1992
Zmarai | 10.03.1998 | Zmaray | 10.03.1998
Anna-Maria Nowak | 08.08.1990 | Annamaria Nowak | 08.08.1990
Kovalneko Olena | 23.11.1985 | Olena Kovalenko | 23.11.1985
Şêrko Rojava | 05.10.1994 | Sherko Rojava | 05.10.1994
"""

DIFFERENT = """
Olena Kovalenko | 23.11.1985 | Iryna Kovalenko | 23.11.1985
Olena Kovalenko | 23.11.1985 | Oksana Kovalenko | 14.02.1988
Olena Kovalenko | 23.11.1985 | Oleh Kovalenko | 02.07.1983
Andrii Kovalenko | 12.03.2010 | Anna Kovalenko | 12.03.2010
Hassan Ali | 12.03.1990 | Hussein Ali | 12.03.1990
Hasan Karimi | 04.04.2001 | Hossein Karimi | 04.04.2001
حسن علي | 12.03.1990 | حسين علي | 12.03.1990
محمد علي | 12.03.1990 | محمود علي | 12.03.1990
Mohammed Saleh | 08.08.1988 | Mahmoud Saleh | 08.08.1988
Mohammed Saleh | 08.08.1988 | Ahmed Saleh | 08.08.1988
Mohammed Ali | 12.03.1990 | Mohammed Ali | 17.11.1987
Mohammed Ali | 12.03.1990 | Mohammad Ali | 05.08.2002
محمد علي | 12.03.1990 | محمد علي | 30.06.1975
Mohammed Hussein | 01.02.1985 | Hussein Mohammed | 19.09.2008
Mohammed Hussein | 01.02.1985 | Mohammed Hassan | 01.02.1985
Mohammed Ibrahim | 01.01.1990 | Mohammed Ismail | 01.01.1990
Ahmad Khalil | 14.05.1991 | Ahmad Khaled | 14.05.1991
Ahmad Khalil | 14.05.1991 | Hamid Khalil | 14.05.1991
Mustafa Ahmad | 20.12.1979 | Mahmoud Ahmad | 20.12.1979
Fatima Rahimi | 09.09.1999 | Zahra Rahimi | 09.09.1999
Fatima Rahimi | 09.09.1999 | Farida Rahimi | 25.03.2002
Fatima Ahmadi | 01.01.1998 | Fariba Ahmadi | 01.01.1998
Maryam Jafari | 17.07.1994 | Mina Jafari | 17.07.1994
Ali Reza Akbari | 23.03.1991 | Ali Akbari | 11.12.1996
Gholam Ali Nazari | 13.03.1966 | Ali Nazari | 21.01.1990
Said Omar | 15.10.1990 | Sami Omar | 15.10.1990
Samir Haddad | 06.06.1986 | Amir Haddad | 06.06.1986
Samir Haddad | 06.06.1986 | Samira Haddad | 28.04.1989
Amina Osman | 11.07.2000 | Amira Osman | 11.07.2000
Amina Osman | 11.07.2000 | Imane Osman | 03.03.2004
Khalid Omar | 21.12.1991 | Walid Omar | 21.12.1991
Khalid Omar | 21.12.1991 | Majid Omar | 21.12.1991
Salim Nasser | 10.01.1987 | Salma Nasser | 16.05.1990
Salem Nasser | 10.01.1987 | Salah Nasser | 10.01.1987
Yusuf Demir | 30.01.1992 | Yunus Demir | 30.01.1992
Yasin Demir | 30.01.1992 | Yasemin Demir | 30.01.1992
Mehmet Kaya | 18.03.1980 | Ahmet Kaya | 18.03.1980
Ayşe Kaya | 18.03.1980 | Elif Kaya | 18.03.1980
Emine Yılmaz | 24.10.1983 | Emin Yılmaz | 02.02.1981
Tesfay Gebremariam | 16.02.1990 | Tesfay Gebremichael | 16.02.1990
Tesfay Gebremariam | 16.02.1990 | Yonas Gebremariam | 16.02.1990
Dawit Hagos | 07.06.1996 | Daniel Hagos | 07.06.1996
Haile Tekle | 12.04.1990 | Helen Tekle | 12.04.1990
Selam Berhane | 13.03.1989 | Senait Berhane | 13.03.1989
Abraham Tesfay | 22.08.1995 | Abel Tesfay | 22.08.1995
Abdullah Rahimi | 20.04.1987 | Abdulrahman Rahimi | 20.04.1987
Abdul Rahman Safi | 20.04.1987 | Abdul Rahim Safi | 20.04.1987
Abdul Karim Safi | 20.04.1987 | Abdul Hakim Safi | 20.04.1987
عبد الرحمن خليل | 02.08.1981 | عبد الكريم خليل | 02.08.1981
Habibullah Safi | 19.11.1993 | Hekmatullah Safi | 19.11.1993
Najibullah Safi | 19.11.1993 | Nasrullah Safi | 19.11.1993
Mykola Bondarenko | 04.05.1972 | Mykhailo Bondarenko | 04.05.1972
Oleksandr Bondarenko | 04.05.1972 | Oleksii Bondarenko | 04.05.1972
Oleksandr Bondarenko | 04.05.1952 | Oleksandr Bondarenko | 17.08.1979
Petro Melnyk | 06.07.1983 | Pavlo Melnyk | 06.07.1983
Petro Melnyk | 11.02.1955 | Petro Melnyk | 06.07.1983
Ivan Petrenko | 11.09.1968 | Iryna Petrenko | 02.04.1970
Iryna Shevchenko | 19.08.1978 | Iryna Savchenko | 19.08.1978
Iryna Shevchenko | 19.08.1978 | Iryna Kravchenko | 19.08.1978
Natalia Moroz | 28.02.1969 | Nadiia Moroz | 28.02.1969
Olena Tkachenko | 29.03.1975 | Olena Marchenko | 29.03.1975
Viktor Lysenko | 13.10.1986 | Viktoriia Lysenko | 05.06.1988
Giorgi Beridze | 15.09.1998 | Grigol Beridze | 15.09.1998
Nino Beridze | 15.09.1998 | Nana Beridze | 15.09.1998
Nguyen Thi Lan | 26.06.1988 | Nguyen Thi Hoa | 26.06.1988
Nguyen Van An | 03.03.1993 | Nguyen Van Minh | 03.03.1993
Jürgen Müller | 14.02.1965 | Jürgen Möller | 30.08.1971
Anna Müller | 14.02.1965 | Hans Müller | 14.02.1965
Ali Hassan | 10.10.1990 | Alia Hassan | 21.03.1994
Omar Hassan | 10.10.1990 | Amal Hassan | 10.10.1990
Mohammed | 01.01.1995 | Mohammed Hussein Ali | 14.08.1987
Mohammed Ahmed | 12.12.2012 | Ahmed Mohammed | 04.03.1982
Mohammed Ahmed Ali | 12.12.2012 | Ahmed Ali | 04.03.1982
Khan | - | Khan Mohammad Safi | 12.05.1990
"""

SAME_FRESH = """
Muhamed Hodžić | 14.09.1991 | Mohammed Hodzic | 14.09.1991
Liudmyla Hrabovska | 20.02.1958 | Людмила Грабовська | 20.02.1958
Ljudmila Grabowskaja | 20.02.1958 | Liudmyla Hrabovska | 20.02.1958
Vasyl Oliinyk | 03.10.1963 | Wassyl Olijnyk | 03.10.1963
Юлія Ященко | 17.12.2000 | Yuliia Yashchenko | 17.12.2000
Julija Jaschtschenko | 17.12.2000 | Yuliia Yashchenko | 17.12.2000
Zhanna Zhukova | 30.06.1977 | Schanna Schukowa | 30.06.1977
Жанна Жукова | 30.06.1977 | Zhanna Zhukova | 30.06.1977
Ihor Hnatiuk | 24.04.1990 | Igor Gnatjuk | 24.04.1990
Khrystyna Vovk | 12.01.2004 | Christina Wowk | 12.01.2004
Maksym Tsymbal | 09.07.1987 | Максим Цимбал | 09.07.1987
Maxim Zymbal | 09.07.1987 | Maksym Tsymbal | 09.07.1987
Nour Eddine Mansour | 16.03.1985 | Nureddin Mansur | 16.03.1985
Abdelaziz Mansour | 16.03.1985 | عبد العزيز منصور | 16.03.1985
Abdul Aziz Mansoor | 16.03.1985 | Abdelaziz Mansour | 16.03.1985
Rasha Al-Masri | 27.07.1996 | رشا المصري | 27.07.1996
Rascha Almasri | 27.07.1996 | Rasha Al Masri | 27.07.1996
Bashar Qaddour | 05.02.1983 | بشار قدور | 05.02.1983
Shukria Noorzai | 13.11.1992 | Schukria Nurzai | 13.11.1992
شکریه نورزی | 13.11.1992 | Shukria Noorzai | 13.11.1992
Ghulam Sakhi Amiri | 22.06.1970 | Gholamsakhi Amiri | 22.06.1970
Parwiz Haidari | 18.05.1999 | پرویز حیدری | 18.05.1999
Parviz Heidari | 18.05.1999 | Parwiz Haydari | 18.05.1999
Mahdieh Sadeghi | 08.12.1988 | Mahdiyeh Sadeqi | 08.12.1988
Wahidullah Popal | 29.09.1994 | Vahidollah Popal | 29.09.1994
Weldemichael Araya | 11.04.1986 | Woldemikael Araia | 11.04.1986
Kibrom Asmelash | 19.01.1998 | ክብሮም ኣስመላሽ | 19.01.1998
Tsehaye Mehari | 25.08.1993 | ጸሃየ መሓሪ | 25.08.1993
Yohannes Ghirmay | 02.11.1990 | Johannes Girmai | 02.11.1990
Nino Kvaratskhelia | 15.06.1979 | ნინო კვარაცხელია | 15.06.1979
Nino Kwarazchelia | 15.06.1979 | Nino Kvaratskhelia | 15.06.1979
Cemil Gündoğdu | 07.03.1982 | Jamil Gundogdu | 07.03.1982
Şükran Aydın | 23.10.1973 | Suekran Aydin | 23.10.1973
Berîvan Xalid | 31.12.1997 | Berivan Khalid | 31.12.1997
Rojîn Osê | 06.09.2001 | Rozhin Ose | 06.09.2001
Hanna Wójcik | 28.05.1969 | Hanna Wojcik | 28.05.1969
Söhne Groß | 10.10.1960 | Soehne Gross | 10.10.1960
Hamza Idris | 04.06.1995 | حمزة إدريس | 04.06.1995
Othmane Benali | 01.04.1989 | Uthman Ben Ali | 01.04.1989
Sayed Jawad Musawi | 14.01.1991 | Said Dschawad Mussawi | 14.01.1991
Halima Warsame | 26.02.1987 | Xaliimo Warsame | 26.02.1987
Daoud Habibi | 12.07.1980 | Dawood Habibi | 12.07.1980
"""

DIFFERENT_FRESH = """
Hasan Yusuf | 17.05.2003 | Husain Yusuf | 17.05.2003
Nasir Amiri | 10.02.1990 | Nasrin Amiri | 10.02.1990
Karim Amiri | 10.02.1990 | Karima Amiri | 08.09.1992
Rahim Amiri | 10.02.1990 | Rahman Amiri | 10.02.1990
Jamal Mansour | 16.03.1985 | Jamila Mansour | 16.03.1989
Jamal Mansour | 16.03.1985 | Kamal Mansour | 16.03.1985
Bilal Mansour | 16.03.1985 | Talal Mansour | 16.03.1985
Nabil Qaddour | 05.02.1983 | Nadia Qaddour | 05.02.1983
Bashir Qaddour | 05.02.1983 | Bashar Qaddour | 22.11.1980
Layla Habibi | 12.07.1980 | Lina Habibi | 12.07.1980
Mona Habibi | 12.07.1980 | Mina Habibi | 30.03.1984
Abdul Ghafoor Noori | 02.06.1975 | Abdul Ghani Noori | 02.06.1975
Abdul Wahid Noori | 02.06.1975 | Abdul Hadi Noori | 02.06.1975
Asadullah Noori | 02.06.1975 | Azizullah Noori | 02.06.1975
Mohammad Nabi Noori | 02.06.1975 | Mohammad Ali Noori | 02.06.1975
Sayed Reza Musawi | 14.01.1991 | Sayed Ali Musawi | 14.01.1991
Ahmad Zia Popal | 29.09.1994 | Ahmad Shah Popal | 29.09.1994
Yohannes Girmay | 02.11.1990 | Yonas Girmay | 02.11.1990
Mebrahtu Araya | 11.04.1986 | Mehret Araya | 11.04.1986
Tekle Araya | 11.04.1956 | Tekle Araya | 09.08.1990
Filmon Mehari | 25.08.1993 | Fiyori Mehari | 25.08.1993
Kidane Haile | 19.01.1998 | Kibrom Haile | 19.01.1998
Maksym Tsymbal | 09.07.1987 | Marko Tsymbal | 09.07.1987
Dmytro Vovk | 12.01.2004 | Danylo Vovk | 12.01.2004
Yuliia Vovk | 12.01.2004 | Yana Vovk | 12.01.2004
Vasyl Oliinyk | 03.10.1963 | Vasyl Oliinyk | 21.06.1991
Ihor Hnatiuk | 24.04.1990 | Ivan Hnatiuk | 24.04.1990
Zoia Zhukova | 30.06.1977 | Zhanna Zhukova | 30.06.1977
Viktor Moroz | 19.12.1984 | Vitalii Moroz | 19.12.1984
Hanna Koval | 02.02.1990 | Ivanna Koval | 02.02.1990
Levan Gelashvili | 15.06.1979 | Lasha Gelashvili | 15.06.1979
Nino Gelashvili | 15.06.1979 | Nino Gogoladze | 15.06.1979
Murat Aydın | 23.10.1973 | Meral Aydın | 23.10.1973
Hatice Aydın | 23.10.1973 | Hayriye Aydın | 23.10.1973
Rojda Osê | 06.09.2001 | Rojîn Osê | 06.09.2001
Tran Van Duc | 05.05.1985 | Tran Van Dung | 05.05.1985
Ali Mohammed | 01.01.1990 | Omar Mohammed | 01.01.1990
Ali Mohammed Hassan | 01.01.2000 | Ahmed Mohammed Hassan | 01.01.2000
Ibrahim Mohammed | 01.01.1990 | Ibrahim Mahmoud | 01.01.1990
Omar Khalid | 13.09.2009 | Khalid Omar | 02.05.1981
"""
