package dk.grundskema.api.documents.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableFileRoundTripTest {
    private static final TreeSet<IsoWeek> W37 = new TreeSet<>(List.of(new IsoWeek(2026, 37)));

    private final TimetableReader reader = new TimetableReader();

    @TempDir
    Path folder;

    @Test
    void writtenTimetableIsReadBackTheSame() {
        Path file = folder.resolve("timetable.json");
        assertThat(TimetableWriter.write(full(), file)).isEmpty();
        var read = reader.read(file);
        assertThat(read.findings()).isEmpty();
        assertThat(((ReadResult.Success<Timetable>) read).value()).isEqualTo(full());
    }

    @Test
    void theFileLooksAsTheFormatSaysAndLeavesOutWhatSaysNothing() {
        assertThat(TimetableWriter.text(full())).isEqualTo("""
                {
                  "version": 1,
                  "problem": "abc",
                  "zone": "Europe/Copenhagen",
                  "seed": -7,
                  "score": {"hard": 0, "medium": -100, "soft": -12},
                  "rules": [
                    {"id": "core.missing-adult", "level": "MEDIUM", "weight": 100, "penalty": 1, "count": 1}
                  ],
                  "groups": [
                    {"id": "hold-1", "members": [{"studentId": "s1"}, {"studentId": "s2", "weeks": ["2026-W37"]}]}
                  ],
                  "meetings": [
                    {
                      "sessionId": "lejr/hold-1/2026-09-07/modul-1",
                      "interventionId": "lejr",
                      "kind": "module",
                      "title": "Karaktertræk: \\"nysgerrighed\\"",
                      "subject": "karakter",
                      "weeks": ["2026-W37"],
                      "weekday": "MONDAY",
                      "start": "08:45",
                      "end": "10:30",
                      "roomId": "r1",
                      "groupIds": ["hold-1"],
                      "seats": [
                        {"role": "teacher", "staffId": "t1", "required": true, "locked": true},
                        {"role": "teacher", "required": true, "locked": false}
                      ],
                      "locked": {"time": true, "room": false}
                    },
                    {
                      "sessionId": "lejr/all/2026-09-07/aften",
                      "interventionId": "lejr",
                      "kind": "evening",
                      "title": "Aften",
                      "weeks": ["2026-W37"],
                      "weekday": "MONDAY",
                      "start": "22:00",
                      "end": "00:00"
                    }
                  ],
                  "tasks": [
                    {"taskId": "lejr/logbog", "interventionId": "lejr", "kind": "logbook", "title": "Logbog", "date": "2026-09-07"}
                  ],
                  "deliveries": []
                }
                """);
    }

    @Test
    void anEmptyTimetableKeepsItsLists() {
        var empty = new Timetable(
                1,
                "abc",
                ZoneId.of("Europe/Copenhagen"),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(TimetableWriter.text(empty))
                .contains("\"rules\": []", "\"groups\": []", "\"meetings\": []", "\"tasks\": []");
        assertThat(((ReadResult.Success<Timetable>) reader.read(TimetableWriter.text(empty))).value())
                .isEqualTo(empty);
    }

    @Test
    void anEarlierFileIsReplacedAndNothingIsLeftBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("timetable.json"), "before");
        assertThat(TimetableWriter.write(full(), file)).isEmpty();
        assertThat(file).hasContent(TimetableWriter.text(full()));
        assertThat(folder).isDirectoryContaining("glob:**timetable.json");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAFindingAndNothingIsLeftBehind() throws IOException {
        Path nowhere = folder.resolve("none/timetable.json");
        assertThat(TimetableWriter.write(full(), nowhere))
                .containsExactly(Finding.error("file.not-writable", "", nowhere));
        assertThat(TimetableWriter.write(full(), folder)).containsExactly(Finding.error("file.is-folder", "", folder));
        Path notAFolder = Files.writeString(folder.resolve("file"), "text").resolve("timetable.json");
        assertThat(TimetableWriter.write(full(), notAFolder))
                .containsExactly(Finding.error("file.not-writable", "", notAFolder));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("file"));
        }
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("target.json"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        assertThat(TimetableWriter.write(full(), link)).isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent(TimetableWriter.text(full()));
    }

    @Test
    void theSameSessionTwiceIsFoundAtTheSecond() {
        String text =
                TimetableWriter.text(full()).replace("lejr/all/2026-09-07/aften", "lejr/hold-1/2026-09-07/modul-1");
        assertThat(reader.read(text).findings()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("value.twice");
            assertThat(one.pointer()).isEqualTo("/meetings/1");
            assertThat(one.arguments()).startsWith(new SessionId("lejr/hold-1/2026-09-07/modul-1"));
        });
    }

    @Test
    void everythingThatIsWrongIsFoundInOneGo() {
        String text = TimetableWriter.text(full())
                .replace("\"hard\": 0", "\"hard\": 1")
                .replace("\"22:00\"", "\"00:00\"")
                .replace("\"seed\": -7", "\"seeds\": 7")
                .replace("\"MONDAY\"", "\"MONTAG\"");
        assertThat(reader.read(text).findings().stream().map(each -> each.code() + " " + each.pointer()))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /score/hard",
                        "value.unknown-field-maybe /seeds",
                        "value.missing /seed",
                        "value.not-one-of-maybe /meetings/0/weekday",
                        "value.not-one-of-maybe /meetings/1/weekday");
    }

    private static Timetable full() {
        var module = new Meeting(
                new SessionId("lejr/hold-1/2026-09-07/modul-1"),
                null,
                new TreeSet<>(),
                new InterventionId("lejr"),
                "module",
                "",
                "Karaktertræk: \"nysgerrighed\"",
                "karakter",
                W37,
                DayOfWeek.MONDAY,
                LocalTime.of(8, 45),
                LocalTime.of(10, 30),
                new RoomId("r1"),
                List.of(),
                List.of(new GroupId("hold-1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new MeetingSeat("teacher", new StaffId("t1"), true, true),
                        new MeetingSeat("teacher", null, true, false)),
                Workload.defaults(),
                new MeetingLock(true, false));
        var evening = new Meeting(
                new SessionId("lejr/all/2026-09-07/aften"),
                null,
                new TreeSet<>(),
                new InterventionId("lejr"),
                "evening",
                "",
                "Aften",
                "",
                W37,
                DayOfWeek.MONDAY,
                LocalTime.of(22, 0),
                LocalTime.MIDNIGHT,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Workload.defaults(),
                MeetingLock.NONE);
        return new Timetable(
                1,
                "abc",
                ZoneId.of("Europe/Copenhagen"),
                -7,
                new Score(0, -100, -12),
                List.of(new RuleResult("core.missing-adult", Level.MEDIUM, 100, 1, 1)),
                List.of(new GroupMembers(
                        new GroupId("hold-1"),
                        List.of(GroupMember.always(new StudentId("s1")), new GroupMember(new StudentId("s2"), W37)))),
                List.of(module, evening),
                List.of(new Task(
                        new TaskId("lejr/logbog"),
                        new InterventionId("lejr"),
                        "logbook",
                        "Logbog",
                        LocalDate.of(2026, 9, 7),
                        List.of())));
    }
}
