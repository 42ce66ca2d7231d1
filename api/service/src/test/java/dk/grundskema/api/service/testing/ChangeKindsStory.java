package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** Each kind of change of a plan in use, from the form to its preview, in a camp, a school with co-teaching, and small groups. */
public final class ChangeKindsStory {
    /** The least change is searched for some seconds, longer on a busy machine. */
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(120_000);

    /** Evaluations of the plan in use: enough for one that a school would use. */
    private static final long STEPS = 3_000;

    private static final String SCHOOL = "school-12-classes";
    private static final Path SCHOOL_FILES = Path.of("../../examples", SCHOOL);

    private final Chromium chromium;
    private final Server server;
    private final ViewingMode eyes;
    private final ScreenshotAlbum album;

    public ChangeKindsStory(Chromium chromium, Server server, ViewingMode eyes, ScreenshotAlbum album) {
        this.chromium = chromium;
        this.server = server;
        this.eyes = eyes;
        this.album = album;
    }

    /**
     * A change as it is typed.
     *
     * @param kind   kind
     * @param fields what is typed or chosen, by field
     * @param shown  a text of its preview in both languages
     */
    private record TypedChange(String kind, Map<String, String> fields, String shown) {}

    /** Previews each kind of change that the plan's example can have, and discards the previews; returns the number of kinds. */
    public int tell(String example, LocalDate day) {
        TestSchool school = TestSchool.create(server);
        Map<String, Object> given = TestServices.exampleProblem(example);
        String place = Objects.requireNonNull(ServiceClient.administrator(server)
                .post(
                        school.path() + "/plans",
                        Map.of("title", Objects.requireNonNull(given.get("title")), "problem", given))
                .header("Location"));
        SolvedPlans.giveTimetable(server, place, STEPS, 1);
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        String address = plan + "/changes?now=" + day + "T06:40";
        List<TypedChange> changes =
                changes(TestPlans.problem(server, place), example, TestPlans.timetable(server, place), day);
        try (BrowserVisit visit = new BrowserVisit(chromium, server, eyes).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            for (TypedChange change : changes) {
                page.navigate(address);
                preview(page, change);
                album.take(
                        page, "change-" + change.kind().toLowerCase(Locale.ROOT).replace('_', '-'));
                discard(page);
            }
            if (example.equals(SCHOOL)) {
                page.navigate(plan + "/changes/school-timetable");
                previewNewTimetable(page, day);
                page.navigate(plan + "/interventions/co-teaching");
                endInterventionEarlier(page, day);
                page.navigate(address);
                previewEditedPlan(page);
            }
            Assertions.assertThat(visit.problems()).isEmpty();
        }
        return changes.size() + (example.equals(SCHOOL) ? 2 : 0);
    }

    private static void discard(Page page) {
        page.locator("form[action$='/discard'] button").click();
        assertThat(page.locator("#more")).isVisible();
    }

    /** Takes in a timetable of the school in which a lesson moves and a name is spelled anew, which is asked about. */
    private void previewNewTimetable(Page page, LocalDate day) {
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "skema-uge-46.csv", "text/csv", newTimetable().getBytes(UTF_8)));
        page.locator("#bells").setInputFiles(SCHOOL_FILES.resolve("ringetider.csv"));
        page.locator("#timetableFrom").fill(day.plusWeeks(1).toString());
        page.locator("#now").fill(day + "T06:40");
        page.locator("button[value=read]").click();
        assertThat(page.locator("#question-0")).isVisible();
        page.locator("#question-0").selectOption(new SelectOption().setIndex(1));
        page.locator("#question-0").scrollIntoViewIfNeeded();
        album.take(page, "change-school-timetable");
        page.locator("button[value=read]").click();
        assertThat(page.locator("#question-0")).hasCount(0);
        page.locator("button[name=step][value=preview]").click();
        awaitPreview(page, "MAT (1A)");
        discard(page);
    }

    private static String newTimetable() {
        try {
            return Files.readString(SCHOOL_FILES.resolve("skema.csv"))
                    .replace("1A;;MAT;EK;Lokale 1A;Mandag;1", "1A;;MAT;EK;Lokale 1A;Mandag;7")
                    .replace(";MH;", ";Mette Holmm;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endInterventionEarlier(Page page, LocalDate day) {
        page.locator("#f-parameters-lastWeek").fill(IsoWeek.of(day.plusWeeks(3)).toString());
        page.locator("form.typed button.main").click();
        page.waitForURL(url -> url.endsWith("/interventions"));
    }

    /** Nothing more is chosen: the timetable follows what was edited. */
    private void previewEditedPlan(Page page) {
        assertThat(page.locator("fieldset.change-row")).hasCount(0);
        page.locator(".actions button[value=preview]").click();
        awaitPreview(page, "(1A)");
        album.take(page, "change-edited-plan");
        discard(page);
    }

    private static List<TypedChange> changes(Problem problem, String example, Timetable timetable, LocalDate day) {
        Meeting meeting = timetable.meetings().stream()
                .filter(one -> one.time().dates().contains(day) && one.roomId() != null)
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        StaffId who = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce((first, last) -> last)
                .orElseThrow();
        RoomId room = Objects.requireNonNull(meeting.roomId());
        String today = day.toString();
        String title = meeting.title();
        String roomName = problem.room(room).orElseThrow().name();
        var away = new TypedChange("STAFF_AWAY", Map.of("staffId", who.value(), "from", today, "until", today), title);
        var gone =
                new TypedChange("ROOM_GONE", Map.of("roomId", room.value(), "from", today, "until", today), roomName);
        var closed = new TypedChange("DAY_CLOSED", Map.of("day", today), title);
        var hours = new TypedChange("STAFF_HOURS", Map.of("staffId", who.value(), "hours", "30"), "0");
        var joins = new TypedChange(
                "STAFF_JOINS", Map.of("name", "Nina Ny", "hours", "32", "skills", "DAN, MAT", "day", today), "Nina Ny");
        var added = new TypedChange("ROOM_ADDED", Map.of("name", "Pavillon 3", "capacity", "24"), "Pavillon 3");
        return switch (example) {
            case SCHOOL ->
                List.of(
                        away,
                        gone,
                        closed,
                        new TypedChange("DAY_OPENED", Map.of("day", "2026-12-23"), "0"),
                        hours,
                        joins,
                        added,
                        new TypedChange(
                                "LESSON_MOVES",
                                Map.of(
                                        "lessonId",
                                        "1a-mat-mon-0800",
                                        "day",
                                        today,
                                        "weekday",
                                        "FRIDAY",
                                        "start",
                                        "15:00"),
                                "MAT (1A)"),
                        new TypedChange("SUBJECT_DROPPED", Map.of("subject", "MUS", "day", today), "MUS"));
            case "small-groups" -> {
                String monday = day.plusWeeks(1).toString();
                yield List.of(
                        away,
                        gone,
                        closed,
                        joins,
                        new TypedChange(
                                "STUDENT_JOINS",
                                Map.of("name", "Liv Ny Eksempel", "groupId", "1a", "day", monday),
                                "1.A"),
                        new TypedChange("STUDENT_LEAVES", Map.of("studentId", "#1", "day", monday), "0"),
                        new TypedChange(
                                "STUDENT_MOVES", Map.of("studentId", "#1", "groupId", "1b", "day", monday), "0"));
            }
            default -> {
                String monday = day.plusDays(8L - day.getDayOfWeek().getValue()).toString();
                List<GroupMembers> teams = timetable.groups().stream()
                        .filter(group -> problem.group(group.id()).isEmpty())
                        .toList();
                String student =
                        teams.getFirst().members().getFirst().studentId().value();
                String team = teams.getLast().id().value();
                yield List.of(
                        away,
                        gone,
                        closed,
                        hours,
                        joins,
                        added,
                        new TypedChange(
                                "STUDENT_JOINS",
                                Map.of("name", "Liv Ny Eksempel", "groupId", team, "day", monday),
                                "Liv Ny Eksempel"),
                        new TypedChange("STUDENT_LEAVES", Map.of("studentId", student, "day", monday), "0"),
                        new TypedChange(
                                "STUDENT_MOVES", Map.of("studentId", student, "groupId", team, "day", monday), "0"));
            }
        };
    }

    private static void preview(Page page, TypedChange change) {
        page.locator("#more").selectOption(change.kind());
        page.locator("button[value=add]").click();
        assertThat(page.locator("fieldset.change-row")).hasCount(2);
        page.locator("button[value=remove-0]").click();
        assertThat(page.locator("fieldset.change-row")).hasCount(1);
        change.fields().forEach((field, value) -> {
            Locator entry = page.locator("#f-0-" + field);
            boolean isChoice = (boolean) entry.evaluate("one => one.tagName === 'SELECT'");
            if (isChoice && value.startsWith("#")) {
                entry.selectOption(new SelectOption().setIndex(Integer.parseInt(value.substring(1))));
            } else if (isChoice) {
                entry.selectOption(value);
            } else {
                entry.fill(value);
            }
        });
        page.locator(".actions button[value=preview]").click();
        awaitPreview(page, change.shown());
    }

    private static void awaitPreview(Page page, String shown) {
        assertThat(page.locator("button[name=which][value=LEAST]")).isVisible(PATIENT);
        assertThat(page.locator("#preview")).containsText(shown);
    }
}
