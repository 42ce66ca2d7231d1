package dk.grundskema.api.imports.systems.untis;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static dk.grundskema.api.imports.systems.SourceFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import dk.grundskema.api.imports.table.file.TableLimits;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntisReaderTest {
    private static final String PLAIN =
            "7,\"7.Å\",\"SØR\",\"DAN\",\"12\",1,3,,\r\n7,\"7.Å\",\"SØR\",\"DAN\",\"12\",1,4,,\r\n";

    @TempDir
    private Path folder;

    private final UntisReader reader = new UntisReader();

    private SourceData read(String name, String text) {
        return new SourceFiles(folder).read(reader, name, text);
    }

    private List<String> lines(String text) {
        return read("GPU001.TXT", text).lessons().stream()
                .map(SourceFiles::describe)
                .toList();
    }

    @Test
    void filesOfSeveralWeeksTakeTurns() {
        var files = Set.of("gpu001-2026-w36.txt", "gpu001-2026-w38.txt");

        assertThat(weeks(readAmong("gpu001-2026-w38.txt", files)))
                .isEqualTo(new SourceDays.WeekPattern.Rotation(List.of(false, false, true), new IsoWeek(2026, 36)));
        assertThat(weeks(readAmong("gpu001-2026-w36.txt", files)))
                .isEqualTo(new SourceDays.WeekPattern.Rotation(List.of(true, false, false), new IsoWeek(2026, 36)));
    }

    @Test
    void aFileThatOnlyLiesInTheSameFolderTakesNoTurn() {
        read("gpu001-2026-w37.txt", PLAIN);

        assertThat(weeks(readAmong("gpu001-2026-w36.txt", Set.of("gpu001-2026-w36.txt", "time.txt"))))
                .isEqualTo(new SourceDays.WeekPattern.All());
        assertThat(weeks(readAmong("gpu001-2026-w36.txt", Set.of("gpu001-2026-w36.txt", "gpu001-2026-w38.txt"))))
                .isEqualTo(new SourceDays.WeekPattern.Rotation(List.of(true, false, false), new IsoWeek(2026, 36)));
    }

    @Test
    void aSingleFileOfAWeekIsTheTimetableOfAllWeeks() {
        assertThat(weeks(read("gpu001-2026-w36.txt", PLAIN))).isEqualTo(new SourceDays.WeekPattern.All());
        assertThat(weeks(readAmong(
                        "gpu001-2026-w36.txt",
                        Set.of("gpu001-2026-w36.txt", "gpu001-2028-w36.txt", "gpu001-2026-w99.txt"))))
                .as("weeks of other years, and weeks that do not exist, are not its neighbours")
                .isEqualTo(new SourceDays.WeekPattern.All());
    }

    private SourceData readAmong(String name, Set<String> files) {
        return new SourceFiles(folder)
                .read(
                        reader,
                        name,
                        PLAIN.getBytes(StandardCharsets.UTF_8),
                        ReadingHints.none().withFiles(files));
    }

    private static SourceDays.WeekPattern weeks(SourceData source) {
        return ((SourceDays.Weekly) source.lessons().getFirst().days()).which();
    }

    @Test
    void aFileOnOneLineIsRefusedAtIt() {
        assertThat(errorsAndWarnings(read(
                        "GPU001.TXT", PLAIN + PLAIN.strip().replace("\r\n", ",").repeat(100))))
                .containsExactly("import.systems.line-too-long @ line 3");
        assertThat(errorsAndWarnings(read("GPU004.TXT", "\"MH\",\"" + "x".repeat(TableLimits.CELL) + "\"\r\n")))
                .containsExactly("import.systems.line-too-long @ line 1");
    }

    @Test
    void moreLinesThanOfAnyTableAreRefused() {
        assertThat(errorsAndWarnings(read("GPU006.TXT", "a\n".repeat(TableLimits.ROWS))))
                .isEmpty();
        assertThat(errorsAndWarnings(read("GPU006.TXT", "a\n".repeat(TableLimits.ROWS + 1))))
                .containsExactly("import.systems.too-many-lines @ ");
    }

    @Test
    void lessonsInARowStayLessonsOfTheirOwn() {
        var source = read("GPU001.TXT", PLAIN);

        assertThat(source.findings()).isEmpty();
        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7.Å DAN SØR 12", "7.Å DAN SØR 12");
        SourceLesson second = source.lessons().getLast();
        assertThat(second.clock()).isEqualTo(new SourceTime.Periods("4", 1));
        assertThat(second.days()).isEqualTo(new SourceDays.Weekly(DayOfWeek.MONDAY, new SourceDays.WeekPattern.All()));
        assertThat(second.place().where()).isEqualTo("line 2");
        assertThat(second.coupling()).isEmpty();
        assertThat(second.part()).isFalse();
        assertThat(second.busy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"';',UTF-8", "',',windows-1252", "'\t',UTF-8", "';',windows-1252", "',',UTF-16LE"})
    void separatorsAndEncodingsAreToldByWhatIsThere(String separator, String charset) {
        String text =
                (charset.startsWith("UTF-16") ? "\uFEFF" : "") + PLAIN.replace(",", separator) + "  \r\n\u001A\u0000";

        var source = new SourceFiles(folder).read(reader, "export.txt", text, Charset.forName(charset));

        assertThat(source.findings()).isEmpty();
        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7.Å DAN SØR 12", "7.Å DAN SØR 12");
    }

    @Test
    void quotesHoldSeparatorsAndQuotes() {
        assertThat(lines("1,\"7A\",\"MH\",\"Sang, \"\"kor\"\"\",\"12\",5,1,,"))
                .containsExactly("7A Sang, \"kor\" MH 12");
        assertThat(lines("1,7A,MH,DAN,12,5,1\n2,\"7A,MH,DAN,12,5,1\n3,7B,MH,DAN,12,5,2"))
                .containsExactly("7A DAN MH 12", "7B DAN MH 12");
    }

    @Test
    void aTimetableIsKnownByWhatItHolds() {
        assertThat(reader.recognises(PLAIN.getBytes(StandardCharsets.UTF_8), "export.csv"))
                .isTrue();
        assertThat(reader.recognises(
                        "Klasse;Dag;Lektion;Fag;L;M;N\n7A;man;1;DAN;;;\n".getBytes(StandardCharsets.UTF_8),
                        "export.csv"))
                .isFalse();
        assertThat(reader.recognises("1,7A,MH,DAN,12,8,1,,".getBytes(StandardCharsets.UTF_8), "x.csv"))
                .isFalse();
        assertThat(reader.recognises("1,7A,MH,DAN,12,7,1,,".getBytes(StandardCharsets.UTF_8), "x.csv"))
                .isTrue();
        assertThat(reader.recognises("anything".getBytes(StandardCharsets.UTF_8), "gpu010.txt"))
                .isTrue();
        assertThat(reader.recognises(new byte[0], "x.csv")).isFalse();
    }

    @Test
    void severalClassesWithOneTeacherAreOneLesson() {
        assertThat(lines("9,7A,MH,IDR,Hal,2,1\n9,7B,MH,IDR,Hal,2,1\n9,7A,MH,IDR,Hal,2,2"))
                .containsExactly("7A+7B IDR MH Hal", "7A IDR MH Hal");
    }

    @Test
    void severalTeachersInSeveralRoomsSplitTheClasses() {
        var source =
                read("GPU001.TXT", "9,7A,MH,TYS,12,2,1\n9,7B,MH,TYS,12,2,1\n9,7A,KL,FRA,13,2,1\n9,7B,KL,FRA,13,2,1\n");

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7A+7B TYS MH 12 part", "7A+7B FRA KL 13 part");
        assertThat(source.lessons().stream().map(SourceLesson::coupling)).containsExactly("lesson 9", "lesson 9");
    }

    @Test
    void parallelLessonsThatShareNoClassAreWhole() {
        var source = read("GPU001.TXT", "9,7A,MH,IDR,Hal,2,1\n9,7B,KL,IDR,Sal,2,1\n");

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7A IDR MH Hal", "7B IDR KL Sal");
        assertThat(source.lessons().stream().map(SourceLesson::coupling)).containsOnly("");
    }

    @Test
    void classesMayBeSplitByWayOfAThird() {
        assertThat(lines("9,7A,MH,IDR,Hal,2,1\n9,7B,KL,IDR,Sal,2,1\n9,7A,PO,IDR,Ude,2,1\n9,7B,PO,IDR,Ude,2,1"))
                .containsExactly("7A IDR MH Hal part", "7B IDR KL Sal part", "7A+7B IDR PO Ude part");
    }

    @Test
    void twoTeachersOfOneClassInOneRoomTeachTogether() {
        assertThat(lines("9,7A,MH,DAN,12,2,1\n9,7A,KL,DAN,12,2,1")).containsExactly("7A DAN KL+MH 12");
        assertThat(lines("9,7A,MH,DAN,,2,1\n9,7A,KL,DAN,,2,1")).containsExactly("7A DAN KL+MH ");
        assertThat(lines("9,7A,MH,DAN,12,2,1\n9,7A,KL,MAT,12,2,1"))
                .containsExactly("7A DAN MH 12 part", "7A MAT KL 12 part");
    }

    @Test
    void oneTeacherInTwoRoomsHasBoth() {
        assertThat(lines("9,7A,MH,DAN,12,2,1\n9,7A,MH,DAN,13,2,1")).containsExactly("7A DAN MH 12+13");
    }

    @Test
    void lessonsWithoutANumberAreNotCoupled() {
        assertThat(lines("0,7A,MH,DAN,12,2,1\n0,7B,MH,DAN,12,2,1")).containsExactly("7A DAN MH 12", "7B DAN MH 12");
    }

    @Test
    void aLessonWithoutAClassKeepsItsTeacherBusy() {
        assertThat(lines("9,,MH,MØD,,2,1\n8,7A,?,DAN,,2,1")).containsExactly(" MØD MH  busy", "7A DAN  ");
    }

    @Test
    void allThatIsWrongIsSaidWithItsLine() {
        var source = read(
                "GPU001.TXT",
                "1,7A,MH,DAN,12,2,1\n\n2,7A,MH\n3,7A,MH,DAN,12,0,1\n4,7A,MH,DAN,12,2,x\n5,,,DAN,12,2,1\n1,7A,MH,DAN,12,2,1\n6,7A,MH,DAN,12,8,-1\n7,7B,MH,DAN,12,2,2,60\n");

        assertThat(errorsAndWarnings(source))
                .containsExactly(
                        "import.untis.fields @ line 3",
                        "import.untis.day @ line 4",
                        "import.untis.period @ line 5",
                        "import.untis.nobody @ line 6",
                        "import.untis.day @ line 8",
                        "import.untis.period @ line 8");
        assertThat(codes(source)).endsWith("import.untis.twice", "import.untis.minutes");
        assertThat(source.lessons()).hasSize(2);
        assertThat(errorsAndWarnings(read("GPU001.TXT", "\n"))).containsExactly("import.untis.no-lessons @ ");
    }

    @Test
    void listsAreRead() {
        assertThat(read("GPU003.TXT", "\"7A\",\"7. A\"\n\"7B\",\n,\"x\"").groups().stream()
                        .map(each -> each.key().text() + "="
                                + (each.name() == null ? "" : each.name().text()) + each.isClass()))
                .containsExactly("7A=7. Atrue", "7B=true");
        assertThat(read("GPU004.TXT", "MH;Holm" + ";".repeat(27) + "Mette;;\nKL;Lund\nXX;").staff().stream()
                        .map(each -> each.key().text() + "="
                                + (each.name() == null ? "" : each.name().text())))
                .containsExactly("MH=Mette Holm", "KL=Lund", "XX=");
        assertThat(read("GPU005.TXT", "12;Lokale 12").rooms().getFirst().key().text())
                .isEqualTo("12");
        var student = read("GPU010.TXT", "s1;Vang;;;;;;Ida;;7A").students().getFirst();
        assertThat(student.name().text()).isEqualTo("Ida Vang");
        assertThat(student.classGroup())
                .isNotNull()
                .satisfies(each -> assertThat(each.text()).isEqualTo("7A"));
        assertThat(codes(read("GPU006.TXT", "DAN;Dansk"))).containsExactly("import.untis.subjects");
        assertThat(errorsAndWarnings(read("GPU099.TXT", "1;2"))).containsExactly("import.untis.not-read @ ");
    }

    @Test
    void filesThatATimetableDoesNotNeedBlockNothing() {
        assertThat(codes(read("GPU014.TXT", "1;20261012;3"))).containsExactly("import.untis.not-needed");
        assertThat(errorsAndWarnings(read("GPU014.TXT", "1;20261012;3"))).isEmpty();
        var holidays = read("GPU018.TXT", "\"Ef\";\"Efterår\";20261012;20261016;\n\"X\";\"\";2026;;\n");
        assertThat(holidays.findings().getFirst().finding().arguments())
                .containsExactly(2, List.of("Ef 2026-10-12–2026-10-16"));
    }

    @Test
    void lessonsOfGpu002SayWhatIsNotPlacedAndWhatIsNotHeldAllYear() {
        assertThat(codes(read("GPU002.TXT", """
                        7;2;2;;"7A";"MH";"DAN";;;;;;;;20261012;20261101;
                        8;2;2;;"7A";"MH";"MAT";;;;;;;;20260810;20270625;
                        9;2;2;;"7A";"KL";"TYS";;;;;;;;;;
                        9;2;2;;"7B";"KL";"TYS";;;;;;;;20261012;20261101;
                        10;2;2;;"7B";"KL";"TYS"
                        """))).containsExactly("import.untis.lessons");
        var source = read("GPU001.TXT", "7;7A;MH;DAN;12;1;1\n8;7A;MH;MAT;12;1;2\n9;7A;KL;TYS;12;1;3\n");

        assertThat(source.lessons().stream().map(each -> ((SourceDays.Weekly) each.days()).which()))
                .containsExactly(
                        new SourceDays.WeekPattern.Numbered(new TreeSet<>(List.of(42, 43, 44))),
                        new SourceDays.WeekPattern.Numbered(weeksFrom33To25()),
                        new SourceDays.WeekPattern.All());
        assertThat(source.findings()).singleElement().satisfies(each -> {
            assertThat(each.finding().code()).isEqualTo("import.untis.not-placed");
            assertThat(each.finding().arguments()).containsExactly(1, List.of("10"), 0);
        });
    }

    private static SortedSet<Integer> weeksFrom33To25() {
        var weeks = new TreeSet<Integer>();
        java.util.stream.IntStream.rangeClosed(1, 53)
                .filter(week -> week >= 33 || week <= 25)
                .forEach(weeks::add);
        return weeks;
    }

    @Test
    void qualificationsAreSubjectsOfTheirTeachers() {
        assertThat(codes(read("GPU008.TXT", "MH;DAN;1;6\nMH;MA*;1;9\nMH;HIS\n")))
                .containsExactly("import.untis.qualifications");

        assertThat(read("GPU004.TXT", "MH;Holm\nKL;Lund\n").staff().stream().map(each -> words(each.skills())))
                .containsExactly(List.of("DAN", "HIS"), List.of());
    }

    @Test
    void bellTimesDifferByDay() {
        var source = read("time.txt", "1,2,1,0800,0845\n1,2,2,900,945\n2,1,1,0810,0855\n2,1,2,0900,0900\n");

        assertThat(source.periods().stream().map(each -> each.name() + each.weekdays() + each.start() + each.end()))
                .containsExactly("1[MONDAY]08:0008:45", "2[MONDAY]09:0009:45", "1[TUESDAY]08:1008:55");
        assertThat(errorsAndWarnings(source)).containsExactly("import.untis.bell @ line 4");
    }

    @Test
    void supervisionLastsAsLongAsTheBreak() {
        String text = "Gård;MH;1;2;15\nGård;;1;2\nGård;KL;1;1\nGård;KL;9;2";
        assertThat(errorsAndWarnings(read("GPU009.TXT", text))).containsExactly("import.untis.supervision @ ");

        read("time.txt", "1,2,1,0800,0845\n1,2,2,0900,0945\n");
        var source = read("GPU009.TXT", text);

        assertThat(source.busy()).hasSize(1);
        assertThat(source.busy().getFirst().who().text()).isEqualTo("MH");
        assertThat(source.busy().getFirst().when())
                .isEqualTo(new Period(
                        null, null, new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.of(8, 45), LocalTime.of(9, 0)));
        assertThat(errorsAndWarnings(source))
                .containsExactly("import.untis.no-break @ line 3", "import.untis.no-break @ line 4");
    }

    @Test
    void chosenCoursesSayWhoIsInWhichPartOfABand() {
        var choices = read("GPU015.TXT", "s1;9;TYS;;7A\ns2;9;TYS;;7B\ns3;9;FRA;;7A\ns4;;FRA;;7A");
        var source = read(
                "GPU001.TXT",
                "9;7A;MH;TYS;12;2;1\n9;7B;MH;TYS;12;2;1\n9;7A;KL;FRA;13;2;1\n9;7B;KL;FRA;13;2;1\n8;7A;KL;FRA;13;3;1\n");

        assertThat(choices.groups().stream().map(each -> each.key().text() + words(each.of()) + words(each.students())))
                .containsExactly("TYS (9)[7A, 7B][s1, s2]", "FRA (9)[7A][s3]");
        assertThat(errorsAndWarnings(choices)).containsExactly("import.untis.choice @ line 4");
        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7A+7B{TYS (9)} TYS MH 12", "7A+7B{FRA (9)} FRA KL 13", "7A FRA KL 13");
    }
}
