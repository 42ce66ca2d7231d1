package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Timetables as Danish schools draw them, with made-up people, and the lessons that they mean. */
final class DanishLayouts {
    private static final String STAFF = "Initialer;Navn\nMH;Mette Holm\nLK;Lars Kjær\nJP;Jonas Pihl\nSN;Sara Nygård\n";

    private DanishLayouts() {}

    /**
     * A timetable.
     *
     * @param file     name of the file
     * @param text     its text, with semicolons
     * @param staff    list of staff that is imported too; empty means none
     * @param lessons  the lessons that it means, in any order
     * @param warnings the warnings and errors that it gives
     */
    record Layout(String file, String text, String staff, List<String> lessons, List<String> warnings) {
        SourceData read(byte[] bytes) {
            return reader().read(file, bytes, ReadingHints.none());
        }

        TableReader reader() {
            return staff.isEmpty()
                    ? TableReaderFixture.READER
                    : TableReaderFixture.READER.withOtherSources(TableReaderFixture.readText("personale.csv", staff));
        }

        SourceData readText(String other) {
            return read(other.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private static Layout layout(String file, String text, String... lessons) {
        return new Layout(file, text, "", List.of(lessons), List.of());
    }

    private static Layout withStaff(String file, String text, String... lessons) {
        return new Layout(file, text, STAFF, List.of(lessons), List.of());
    }

    static List<Layout> all() {
        return List.of(
                new Layout(
                        "uger-der-modsiger-hinanden.csv",
                        """
                        Skema 7.B - lige uger;;;
                        Lektion;Mandag;Tirsdag (ulige uger);Onsdag
                        1;DAN MH;MAT LK;
                        2 (ulige uger);ENG JP;MUS SN;
                        3;IDR SN (ulige uger);;HIS SN uge 33-36
                        4;TYS JP hver 2. uge;;
                        """,
                        "",
                        List.of(
                                "7.B DAN MH - MONDAY even #1x1",
                                "7.B MAT LK - TUESDAY odd #1x1",
                                "7.B ENG JP - MONDAY odd #2x1",
                                "7.B MUS SN - TUESDAY odd #2x1",
                                "7.B IDR SN - MONDAY odd #3x1",
                                "7.B HIS SN - WEDNESDAY [34, 36] #3x1",
                                "7.B TYS JP - MONDAY even #4x1"),
                        List.of(
                                "WARNING C3 import.weeks.contradiction [ulige uger, lige uger]",
                                "WARNING B4 import.weeks.contradiction [ulige uger, lige uger]",
                                "WARNING C4 import.weeks.contradiction [ulige uger, lige uger]",
                                "WARNING B5 import.weeks.contradiction [ulige uger, lige uger]")),
                layout(
                        "koder-over-klasse-og-fag.csv",
                        """
                        ;MH;;;LK;;
                        ;Kl.;Fag;Lok.;Kl.;Fag;Lok.
                        Mandag 1;7A;DAN;12;8B;MAT;3
                        Mandag 2;7A;DAN;;;;
                        Tirsdag 1;;;;7A;MAT;12
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "8B MAT LK 3 MONDAY #1x1",
                        "7A DAN MH - MONDAY #2x1",
                        "7A MAT LK 12 TUESDAY #1x1"),
                layout(
                        "koder-med-klasse-foer-fag-i-cellen.csv",
                        """
                        ;MH;LK;JP
                        Mandag 1;7A dan;8B mat 12;9C eng
                        Mandag 2;7A dan;;9C ty 14
                        Tirsdag 1;;7A mat;8B kristendom
                        """,
                        "7A dan MH - MONDAY #1x1",
                        "8B mat LK 12 MONDAY #1x1",
                        "9C eng JP - MONDAY #1x1",
                        "7A dan MH - MONDAY #2x1",
                        "9C ty JP 14 MONDAY #2x1",
                        "7A mat LK - TUESDAY #1x1",
                        "8B kristendom JP - TUESDAY #1x1"),
                layout(
                        "ugedag-i-egen-raekke.csv",
                        """
                        Lektion;Klasse;Fag;Lærer;Lokale
                        Mandag;;;;
                        1;7A;DAN;MH;12
                        2;7B;MAT;LK;14
                        Tirsdag;;;;
                        1;7A;HIS;SN;12
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B MAT LK 14 MONDAY #2x1",
                        "7A HIS SN 12 TUESDAY #1x1"),
                layout(
                        "ugedag-i-egen-raekke-under-ugedag.csv",
                        """
                        Ugedag;Lektion;Klasse;Fag;Lærer;Lokale
                        Mandag;;;;;
                        ;1;7A;DAN;MH;12
                        ;2;7B;MAT;LK;14
                        ;;;;;
                        Tirsdag;;;;;
                        ;1;7A;HIS;SN;12
                        Onsdag;1;7B;ENG;JP;14
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B MAT LK 14 MONDAY #2x1",
                        "7A HIS SN 12 TUESDAY #1x1",
                        "7B ENG JP 14 WEDNESDAY #1x1"),
                layout(
                        "klasser-paa-tvaers-i-lige-og-ulige-uger.csv",
                        """
                        Lige uger;;;
                        Mandag;7.A;7.B
                        1;DAN MH;MAT LK
                        ;;
                        Ulige uger;;;
                        Mandag;7.A;7.B
                        1;DAN MH;TYS LK
                        """,
                        "7.A DAN MH - MONDAY even #1x1",
                        "7.B MAT LK - MONDAY even #1x1",
                        "7.A DAN MH - MONDAY odd #1x1",
                        "7.B TYS LK - MONDAY odd #1x1"),
                layout(
                        "et-skema-for-lige-og-et-for-ulige-uger.csv",
                        """
                        Skema 7.A - lige uger;;
                        Lektion;Mandag;Tirsdag
                        1;DAN MH;MAT LK
                        ;;
                        Skema 7.A - ulige uger;;
                        Lektion;Mandag;Tirsdag
                        1;DAN MH;TYS LK
                        """,
                        "7.A DAN MH - MONDAY even #1x1",
                        "7.A MAT LK - TUESDAY even #1x1",
                        "7.A DAN MH - MONDAY odd #1x1",
                        "7.A TYS LK - TUESDAY odd #1x1"),
                layout("bemaerkning-om-lige-uger.csv", """
                        Skema 7.C;;
                        Svømning kun i lige uger;;
                        Lektion;Mandag;Tirsdag
                        1;DAN MH;MAT LK
                        """, "7.C DAN MH - MONDAY #1x1", "7.C MAT LK - TUESDAY #1x1"),
                layout(
                        "ugedage-med-uger.csv",
                        """
                        7.B;;;;
                        Lektion;Mandag (lige uger);Mandag (ulige uger);Tirsdag;Onsdag
                        1;DAN MH;MAT LK;ENG JP;
                        2 (ulige uger);;MUS SN;;IDR SN
                        """,
                        "7.B DAN MH - MONDAY even #1x1",
                        "7.B MAT LK - MONDAY odd #1x1",
                        "7.B ENG JP - TUESDAY #1x1",
                        "7.B MUS SN - MONDAY odd #2x1",
                        "7.B IDR SN - WEDNESDAY odd #2x1"),
                layout(
                        "koder-over-fag-og-klasse.csv",
                        """
                        ;MH;;LK;
                        ;Fag;Kl.;Fag;Kl.
                        Mandag 1;DAN;7A;MAT;8B
                        Mandag 2;DAN;7A;;
                        Tirsdag 1;;;MAT;7A
                        """,
                        "7A DAN MH - MONDAY #1x1",
                        "8B MAT LK - MONDAY #1x1",
                        "7A DAN MH - MONDAY #2x1",
                        "7A MAT LK - TUESDAY #1x1"),
                layout(
                        "koder-med-mellemrum.csv",
                        """
                        ;MH;;;;LK;;
                        Tid;Fag;Kl.;Lok.;;Fag;Kl.;Lok.
                        Mandag;;;;;;;
                        8.00-8.45;DAN;7A;12;;MAT;8B;3
                        Tirsdag;;;;;;;
                        8.00-8.45;;;;;MAT;7A;12
                        """,
                        "7A DAN MH 12 MONDAY 08:00-08:45",
                        "8B MAT LK 3 MONDAY 08:00-08:45",
                        "7A MAT LK 12 TUESDAY 08:00-08:45"),
                new Layout(
                        "dage-ned.csv",
                        """
                        Skema 7.A;;;;
                        ;;;;
                        Dag;1. lek;2. lek;3. lek;Bem.
                        man;DAN MH 12;MAT LK 12;;husk bog
                        tirs;ENG JP 14;;DAN MH 12;
                        tors;MAT LK 12;Pause;HIS SN 12;
                        """,
                        "",
                        List.of(
                                "7.A DAN MH 12 MONDAY #1x1",
                                "7.A MAT LK 12 MONDAY #2x1",
                                "7.A ENG JP 14 TUESDAY #1x1",
                                "7.A DAN MH 12 TUESDAY #3x1",
                                "7.A MAT LK 12 THURSDAY #1x1",
                                "7.A HIS SN 12 THURSDAY #3x1"),
                        List.of("WARNING E3 import.grid.column-unclear [Bem.]")),
                layout(
                        "klasser-henad.csv",
                        """
                        Dag;Lektion;7A;7B;7C
                        Mandag;1;DAN MH 12;MAT LK 14;ENG JP 3
                        ;2;DAN MH 12;;ENG JP 3
                        Tirsdag;1;MAT LK 14;DAN MH 12;
                        ;Frikvarter;;;
                        ;2;;HIS SN 1;
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B MAT LK 14 MONDAY #1x1",
                        "7C ENG JP 3 MONDAY #1x1",
                        "7A DAN MH 12 MONDAY #2x1",
                        "7C ENG JP 3 MONDAY #2x1",
                        "7A MAT LK 14 TUESDAY #1x1",
                        "7B DAN MH 12 TUESDAY #1x1",
                        "7B HIS SN 1 TUESDAY #2x1"),
                layout(
                        "storskema.csv",
                        """
                        ;Mandag;;;Tirsdag;;
                        Tid;1A;1B;1C;1A;1B;1C
                        8.00-8.45;DAN MH;MAT LK;ENG JP;DAN MH;MAT LK;
                        8.55-9.40;MAT LK;DAN MH;;;;HIS SN
                        """,
                        "1A DAN MH - MONDAY 08:00-08:45",
                        "1B MAT LK - MONDAY 08:00-08:45",
                        "1C ENG JP - MONDAY 08:00-08:45",
                        "1A DAN MH - TUESDAY 08:00-08:45",
                        "1B MAT LK - TUESDAY 08:00-08:45",
                        "1A MAT LK - MONDAY 08:55-09:40",
                        "1B DAN MH - MONDAY 08:55-09:40",
                        "1C HIS SN - TUESDAY 08:55-09:40"),
                layout(
                        "personaleskema.csv",
                        """
                        ;Mandag;;;Tirsdag;;
                        Lærer;1;2;3;1;2;3
                        MH;DAN 7A 12;;DAN 7B 14;;ENG 7A 12;
                        LK;;MAT 7A 12;MAT 7B 14;Teammøde;;MAT 7.B
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B DAN MH 14 MONDAY #3x1",
                        "7A ENG MH 12 TUESDAY #2x1",
                        "7A MAT LK 12 MONDAY #2x1",
                        "7B MAT LK 14 MONDAY #3x1",
                        "7.B MAT LK - TUESDAY #3x1",
                        "- - LK - TUESDAY #1x1"),
                layout(
                        "flere-skemaer.csv",
                        """
                        Mette Holm (MH);;;;;Lars Kjær (LK);;
                        Tid;Ma;Ti;On;;Tid;Ma;Ti
                        8.00-8.45;DAN 7A 12;;DAN 7B 12;;8.00-8.45;;MAT 7A 12
                        8.45-9.30;DAN 7A 12;;Møde;;8.45-9.30;MAT 7B 14;
                        ;;;;;;;
                        Lokale 15;;;;;;;
                        Tid;Ma;Ti;On;;;;
                        8.00-8.45;7A ENG JP;;7B HIS SN;;;;
                        """,
                        "7A DAN MH 12 MONDAY 08:00-08:45",
                        "7A DAN MH 12 MONDAY 08:45-09:30",
                        "7B DAN MH 12 WEDNESDAY 08:00-08:45",
                        "- - MH - WEDNESDAY 08:45-09:30",
                        "7A MAT LK 12 TUESDAY 08:00-08:45",
                        "7B MAT LK 14 MONDAY 08:45-09:30",
                        "7A ENG JP 15 MONDAY 08:00-08:45",
                        "7B HIS SN 15 WEDNESDAY 08:00-08:45"),
                layout(
                        "dagsblokke.csv",
                        """
                        Mandag;7A;7B;;Tirsdag;7A;7B
                        1;DAN MH;MAT LK;;1;ENG JP;
                        2;DAN MH;;;2;;HIS SN
                        ;;;;;;
                        Onsdag;7A;7B;;;;
                        1;;MAT LK;;;;
                        """,
                        "7A DAN MH - MONDAY #1x1",
                        "7B MAT LK - MONDAY #1x1",
                        "7A DAN MH - MONDAY #2x1",
                        "7A ENG JP - TUESDAY #1x1",
                        "7B HIS SN - TUESDAY #2x1",
                        "7B MAT LK - WEDNESDAY #1x1"),
                layout(
                        "klasser-ned.csv",
                        """
                        Mandag d. 17/8;1. lektion;2. lektion;3. lektion
                        7A;DAN MH 12;DAN MH 12;MAT LK 14
                        7B;MAT LK 14;;ENG JP 2
                        ;;;
                        Tirsdag d. 18/8;1. lektion;2. lektion;3. lektion
                        7A;DAN MH 12;;MAT LK 14
                        7B;MAT LK 14;ENG JP 2;
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7A DAN MH 12 MONDAY #2x1",
                        "7A MAT LK 14 MONDAY #3x1",
                        "7B MAT LK 14 MONDAY #1x1",
                        "7B ENG JP 2 MONDAY #3x1",
                        "7A DAN MH 12 TUESDAY #1x1",
                        "7A MAT LK 14 TUESDAY #3x1",
                        "7B MAT LK 14 TUESDAY #1x1",
                        "7B ENG JP 2 TUESDAY #2x1"),
                layout(
                        "delte-celler.csv",
                        """
                        7.A;Ma/Ti;On;To;Fr
                        1. - 2. lek;DAN MH / MAT LK;mat (LK) lok. 4;Mat/Lk;7A dansk MH 12
                        3. lek;U: DAN MH 12 L: MAT LK 12;IDR JP hal (L);MUS SN (lige uger);
                        """,
                        "7.A DAN MH - MONDAY #1x2 part",
                        "7.A MAT LK - MONDAY #1x2 part",
                        "7.A DAN MH - TUESDAY #1x2 part",
                        "7.A MAT LK - TUESDAY #1x2 part",
                        "7.A mat LK 4 WEDNESDAY #1x2",
                        "7.A Mat Lk - THURSDAY #1x2",
                        "7.A dansk MH 12 FRIDAY #1x2",
                        "7.A DAN MH 12 MONDAY odd #3x1",
                        "7.A DAN MH 12 TUESDAY odd #3x1",
                        "7.A MAT LK 12 MONDAY even #3x1",
                        "7.A MAT LK 12 TUESDAY even #3x1",
                        "7.A IDR JP hal WEDNESDAY even #3x1",
                        "7.A MUS SN - THURSDAY even #3x1"),
                layout(
                        "rodet.csv",
                        """
                        ;;;;;
                        ;Skema for 3.B  ;;;;
                        ;Gælder fra uge 33;;;;
                        ;;MANDAG:;TIRSDAG:;ONSDAG:;
                        ;kl. 8.00 - 8.45 ;DAN MH ;"MAT
                        LK
                        12";;
                        ;kl. 8.45 - 9.00;Frikvarter;Frikvarter;Frikvarter;
                        ;kl. 9.00 - 9.45;"Natur/teknologi
                        JP";;DAN MH;
                        ;;Spisepause;Spisepause;Spisepause;
                        ;;;;;
                        ;* husk idrætstøj;;;;
                        ;Udskrevet 12-08-2026;;;;
                        """,
                        "3.B DAN MH - MONDAY 08:00-08:45",
                        "3.B MAT LK 12 TUESDAY 08:00-08:45",
                        "3.B Natur/teknologi JP - MONDAY 09:00-09:45",
                        "3.B DAN MH - WEDNESDAY 09:00-09:45"),
                layout(
                        "fra-til.csv",
                        """
                        Klasse: 5C;;Mandag d. 17/8;Tirsdag d. 18/8;Torsdag d. 20/8
                        Start;Slut;;;
                        8.00;8.45;DAN MH;;MAT LK
                        8.50;9.35;DAN MH;HIS SN;
                        """,
                        "5C DAN MH - MONDAY 08:00-08:45",
                        "5C MAT LK - THURSDAY 08:00-08:45",
                        "5C DAN MH - MONDAY 08:50-09:35",
                        "5C HIS SN - TUESDAY 08:50-09:35"),
                layout(
                        "lokaler.csv",
                        """
                        Lokale 12;;;
                        Lektion;Man;Tors;Fre
                        1;7A / DAN / MH;;7.B MAT LK
                        2;;7A ENG JP;
                        ;;;
                        Lokale: Hallen;;;
                        Lektion;Man;Tors;Fre
                        1;7B IDR JP;;
                        2;7A+7B IDR JP+SN;;
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7.B MAT LK 12 FRIDAY #1x1",
                        "7A ENG JP 12 THURSDAY #2x1",
                        "7B IDR JP Hallen MONDAY #1x1",
                        "7A+7B IDR JP+SN Hallen MONDAY #2x1"),
                withStaff(
                        "MH.csv",
                        """
                        ;Mandag;Tirsdag;Onsdag
                        8.00 - 8.45;7.A / DAN / 12;7.A / DAN / 12;Gårdvagt
                        8.55 - 9.40;DAN 3.B 4;;7. A ENG 12
                        """,
                        "7.A DAN MH 12 MONDAY 08:00-08:45",
                        "7.A DAN MH 12 TUESDAY 08:00-08:45",
                        "- - MH - WEDNESDAY 08:00-08:45",
                        "3.B DAN MH 4 MONDAY 08:55-09:40",
                        "7. A ENG MH 12 WEDNESDAY 08:55-09:40"),
                layout(
                        "2b.csv",
                        """
                        Period;Mon;Tues;Wed;Thurs;Fri
                        Period 1;DAN MH;;MAT LK;;
                        Period 2;;ENG JP;;;MUS SN
                        Lunch break;;;;;
                        Period 3;;;;MAT LK;
                        """,
                        "2b DAN MH - MONDAY #1x1",
                        "2b MAT LK - WEDNESDAY #1x1",
                        "2b ENG JP - TUESDAY #2x1",
                        "2b MUS SN - FRIDAY #2x1",
                        "2b MAT LK - THURSDAY #3x1"),
                layout(
                        "dag-for-dag.csv",
                        """
                        ;6A;6B
                        Mandag;;
                        1. lek.;DAN MH;MAT LK
                        2. lek.;DAN MH;
                        Tirsdag;;
                        1. lek.;;ENG JP
                        2. lek.;HIS SN;ENG JP
                        """,
                        "6A DAN MH - MONDAY #1x1",
                        "6B MAT LK - MONDAY #1x1",
                        "6A DAN MH - MONDAY #2x1",
                        "6B ENG JP - TUESDAY #1x1",
                        "6A HIS SN - TUESDAY #2x1",
                        "6B ENG JP - TUESDAY #2x1"),
                layout(
                        "mandag.csv",
                        """
                        Tidspunkt;MH;LK;JP
                        8-8.45;7A DAN 12;7B MAT 14;
                        8.55-9.40;;7A MAT 12;7B ENG 14
                        """,
                        "7A DAN MH 12 MONDAY 08:00-08:45",
                        "7B MAT LK 14 MONDAY 08:00-08:45",
                        "7A MAT LK 12 MONDAY 08:55-09:40",
                        "7B ENG JP 14 MONDAY 08:55-09:40"),
                layout(
                        "moduler.csv",
                        """
                        8C;Tirsdag;Fredag
                        Modul 1 (8.00-9.30);DAN MH 12;MAT LK 12
                        10 min pause;;
                        Modul 2 (9.40-11.10);;ENG JP 12
                        """,
                        "8C DAN MH 12 TUESDAY 08:00-09:30",
                        "8C MAT LK 12 FRIDAY 08:00-09:30",
                        "8C ENG JP 12 FRIDAY 09:40-11:10"),
                layout(
                        "to-klasser.csv",
                        """
                        ;7.A;;;7.B;;
                        Tid;Ma;Ti;On;Ma;Ti;On
                        8.00-8.45;DAN MH;;MAT LK;ENG JP;;
                        8.45-9.30;DAN MH;;;;HIS SN;MAT LK
                        """,
                        "7.A DAN MH - MONDAY 08:00-08:45",
                        "7.A MAT LK - WEDNESDAY 08:00-08:45",
                        "7.B ENG JP - MONDAY 08:00-08:45",
                        "7.A DAN MH - MONDAY 08:45-09:30",
                        "7.B HIS SN - TUESDAY 08:45-09:30",
                        "7.B MAT LK - WEDNESDAY 08:45-09:30"),
                withStaff(
                        "laerere.csv",
                        """
                        Skema for Sara Nygård;;
                        ;Tirs;Tors
                        1.+2. modul;7A HIS 3;
                        3. modul;;7B HIS 3
                        ;;
                        Jonas Pihl;;
                        ;Tirs;Tors
                        1.+2. modul;;ENG 7B 3
                        3. modul;Forberedelse;
                        """,
                        "7A HIS Sara Nygård 3 TUESDAY #1x2",
                        "7B HIS Sara Nygård 3 THURSDAY #3x1",
                        "7B ENG Jonas Pihl 3 THURSDAY #1x2",
                        "- - Jonas Pihl - TUESDAY #3x1"),
                layout(
                        "afsnit.csv",
                        """
                        Uger;Mandag;Tirsdag;Onsdag
                        7A;;;
                        8.00-8.45;DAN MH;;MAT LK
                        7B;;;
                        8.00-8.45;;ENG JP;
                        """,
                        "7A DAN MH - MONDAY 08:00-08:45",
                        "7A MAT LK - WEDNESDAY 08:00-08:45",
                        "7B ENG JP - TUESDAY 08:00-08:45"),
                layout(
                        "under-hinanden.csv",
                        """
                        Klasse;7A;;;
                        Dag;8.00-8.45;8.45-9.30;Spisepause;10.00-10.45
                        Ma;DAN MH;MAT LK;;ENG JP
                        Ti;;;;DAN MH
                        Klasse;7B;;;
                        Dag;8.00-8.45;8.45-9.30;Spisepause;10.00-10.45
                        Ma;MAT LK;DAN MH;;
                        On;ENG JP;;;IDR SN/hal
                        """,
                        "7A DAN MH - MONDAY 08:00-08:45",
                        "7A MAT LK - MONDAY 08:45-09:30",
                        "7A ENG JP - MONDAY 10:00-10:45",
                        "7A DAN MH - TUESDAY 10:00-10:45",
                        "7B MAT LK - MONDAY 08:00-08:45",
                        "7B DAN MH - MONDAY 08:45-09:30",
                        "7B ENG JP - WEDNESDAY 08:00-08:45",
                        "7B IDR SN hal WEDNESDAY 10:00-10:45"),
                layout(
                        "lokaleoversigt.csv",
                        """
                        Lokale;Mandag;;;Tirsdag;;
                        ;1;2;3;1;2;3
                        Lokale 12;7A DAN MH;;7B MAT LK;7B MAT LK;7A ENG JP;
                        Hallen;;7A IDR SN;;;;7B IDR SN
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B MAT LK 12 MONDAY #3x1",
                        "7B MAT LK 12 TUESDAY #1x1",
                        "7A ENG JP 12 TUESDAY #2x1",
                        "7A IDR SN Hallen MONDAY #2x1",
                        "7B IDR SN Hallen TUESDAY #3x1"),
                layout(
                        "lektionsliste.csv",
                        """
                        Lektionsliste 2026/27;;;;;;
                        Klasse;Fag;Lærer;Dag;Fra;Til;Lokale
                        7A;DAN;MH;Ma/Ti;8.00;8.45;12
                        7A;MAT;LK;tors;9;9.45;12
                        7B;ENG;JP;man-ons;kl. 10.00;kl. 10.45;
                        """,
                        "7A DAN MH 12 MONDAY 08:00-08:45",
                        "7A DAN MH 12 TUESDAY 08:00-08:45",
                        "7A MAT LK 12 THURSDAY 09:00-09:45",
                        "7B ENG JP - MONDAY 10:00-10:45",
                        "7B ENG JP - TUESDAY 10:00-10:45",
                        "7B ENG JP - WEDNESDAY 10:00-10:45"),
                layout(
                        "laengder.csv",
                        """
                        Klasse;Fag;Lærer;Ugedag;Tidspunkt;Længde
                        7A;DAN;MH;Mandag:;8-8.45;
                        7A;MAT;LK;TORS.;kl. 9.00 - 9.45;
                        7B;ENG;JP;tirs;1. - 2. lek;
                        7B;HIS;SN;fre;8.00;90 min
                        7B;MUS;SN;ons;Modul 3;2 lektioner
                        """,
                        "7A DAN MH - MONDAY 08:00-08:45",
                        "7A MAT LK - THURSDAY 09:00-09:45",
                        "7B ENG JP - TUESDAY #1x2",
                        "7B HIS SN - FRIDAY 08:00-09:30",
                        "7B MUS SN - WEDNESDAY #3x2"),
                layout(
                        "ugedag-oeverst.csv",
                        """
                        Ugedag;Lektion;Klasse;Fag;Lærer;Lokale
                        Mandag;1;7A;DAN;MH;12
                        ;2;7A;MAT;LK;12
                        ;2;7B;ENG;JP;14
                        Tirsdag;1;7A;HIS;SN;12
                        ;1;7B;DAN;MH;14
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7A MAT LK 12 MONDAY #2x1",
                        "7B ENG JP 14 MONDAY #2x1",
                        "7A HIS SN 12 TUESDAY #1x1",
                        "7B DAN MH 14 TUESDAY #1x1"),
                layout(
                        "ugedag-og-lektion.csv",
                        """
                        Klasse;Mandag 1;Mandag 2;Tirsdag 1;Tirsdag 2
                        7A;DAN MH 12;MAT LK 12;ENG JP 3;
                        7B;MAT LK 14;;DAN MH 14;HIS SN 14
                        8A;ENG JP 3;DAN MH 3;MAT LK 12;DAN MH 3
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7A MAT LK 12 MONDAY #2x1",
                        "7A ENG JP 3 TUESDAY #1x1",
                        "7B MAT LK 14 MONDAY #1x1",
                        "7B DAN MH 14 TUESDAY #1x1",
                        "7B HIS SN 14 TUESDAY #2x1",
                        "8A ENG JP 3 MONDAY #1x1",
                        "8A DAN MH 3 MONDAY #2x1",
                        "8A MAT LK 12 TUESDAY #1x1",
                        "8A DAN MH 3 TUESDAY #2x1"),
                layout(
                        "fag-laerer-lokale.csv",
                        """
                        ;;7A;;;7B;;
                        Dag;Lektion;Fag;Lærer;Lokale;Fag;Lærer;Lokale
                        Mandag;1;DAN;MH;12;MAT;LK;14
                        ;2;N/T;SN;;;;
                        Tirsdag;1;MAT;LK;12;ENG;JP;14
                        """,
                        "7A DAN MH 12 MONDAY #1x1",
                        "7B MAT LK 14 MONDAY #1x1",
                        "7A N/T SN - MONDAY #2x1",
                        "7A MAT LK 12 TUESDAY #1x1",
                        "7B ENG JP 14 TUESDAY #1x1"),
                layout(
                        "halvdele-under-tom-overskrift.csv",
                        """
                        Skema for 7.A;;;;;;
                        ;Mandag;;Tirsdag;;Onsdag;
                        1. lek;DAN MH 12;MAT LK 14;ENG JP 3;;MAT LK 12;
                        2. lek;HIS SN 12;;DAN MH 12;MAT LK 14;ENG JP 3;DAN MH 12
                        3. lek;MAT LK 12;;;;;
                        """,
                        "7.A DAN MH 12 MONDAY #1x1 part",
                        "7.A MAT LK 14 MONDAY #1x1 part",
                        "7.A ENG JP 3 TUESDAY #1x1",
                        "7.A MAT LK 12 WEDNESDAY #1x1",
                        "7.A HIS SN 12 MONDAY #2x1",
                        "7.A DAN MH 12 TUESDAY #2x1 part",
                        "7.A MAT LK 14 TUESDAY #2x1 part",
                        "7.A ENG JP 3 WEDNESDAY #2x1 part",
                        "7.A DAN MH 12 WEDNESDAY #2x1 part",
                        "7.A MAT LK 12 MONDAY #3x1"));
    }
}
