package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.start.Server;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is typed of meetings that aren't where they can be shown by the time that is answered. */
@Tag("full")
final class AttendanceMeanwhileTest {
    private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});
    private static final String TOO_LONG = "y".repeat(201);

    @RegisterExtension
    static final CampInUse CAMP = new CampInUse(AttendanceMeanwhileTest::now);

    private final Server server = CAMP.server();
    private final School school = CAMP.school();
    private final String place = CAMP.place();
    private final Client client = Services.administrator(server);
    private final String plan = CAMP.page();
    private final String at = plan + "/attendance";
    private final String own = plan + "/own/attendance";
    private final PublishedCamp camp = PublishedCamp.of(server, place);
    private final OnDuty duty = OnDuty.on(LocalDate.parse("2026-09-07"), camp);

    /** Whoever looks whether a meeting's day has come has seen the meeting, and hasn't answered yet. */
    private static Instant now() {
        boolean isAboutAMeeting = StackWalker.getInstance()
                .walk(all -> all.anyMatch(one -> one.getClassName().equals(Attendance.class.getName())));
        if (isAboutAMeeting) {
            MEANWHILE.getAndSet(() -> {}).run();
        }
        return CampInUse.AFTER;
    }

    private void inUse(Client client, boolean isInUse) {
        assertThat(client.with("If-Match", client.get(place).tag())
                        .put(place + "/in-use", Map.of("inUse", isInUse))
                        .status())
                .isLessThan(300);
    }

    private void remove() {
        camp.change(all -> ChangedMeetings.without(all, duty.meeting()));
    }

    private void move(LocalDate date) {
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.on(duty.meeting(), date)));
    }

    private Surfer planner() {
        return Surfer.signedIn(server, school.person(Role.PLANNER)).on(at + "?date=" + duty.date());
    }

    private Surfer teacher() {
        return Surfer.signedIn(server, school.person(Role.STAFF, duty.person().value()))
                .on("/me/timetable?date=" + duty.date());
    }

    private static HttpResponse<String> unkept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        return answer;
    }

    @Test
    void whatIsTypedOfAPlanThatIsTakenOutOfUseIsThereToBeRead() {
        Surfer teacher = teacher();
        inUse(client, false);
        try {
            assertThat(unkept(teacher.type(own, duty.typed("held", TOO_LONG))).body())
                    .contains("<html", "Det, du skrev", "<bdi>" + TOO_LONG + "</bdi>")
                    .contains("ikke i dit skema mandag 7. september mere", "eller taget planen ud af brug");
            move(duty.date().plusDays(1));
            assertThat(unkept(teacher.type(own, duty.typed("held", "Tandlæge"))).body())
                    .contains("Det, du skrev", "<bdi>Tandlæge</bdi>", "ikke i dit skema mandag 7. september mere")
                    .doesNotContain("så vælg igen");
        } finally {
            inUse(client, true);
        }
    }

    @Test
    void whatIsTypedOfAMeetingThatIsRemovedBeforeItCanBeShownIsThereToBeRead() {
        for (boolean isOwn : List.of(false, true)) {
            camp.change(all -> ChangedMeetings.with(all, duty.meeting()));
            Surfer surfer = isOwn ? teacher() : planner();
            MEANWHILE.set(this::remove);
            assertThat(unkept(surfer.type(isOwn ? own : at, duty.typed("held", TOO_LONG)))
                            .body())
                    .contains("<html", "Det, du skrev", "<bdi>" + TOO_LONG + "</bdi>")
                    .contains(isOwn ? "ikke i dit skema mandag 7." : "ikke i skemaet mandag 7.");
        }
    }

    @Test
    void whatIsTypedOfAMeetingThatIsMovedOnceMoreIsThereToBeReadWithTheDateThatItWasTypedOf() {
        move(duty.date().plusDays(1));
        Surfer planner = planner();
        MEANWHILE.set(() -> move(duty.date().plusDays(2)));
        assertThat(unkept(planner.type(at, duty.typed("held", "Tandlæge"))).body())
                .contains("Det, du skrev", "<bdi>Tandlæge</bdi>")
                .contains("ikke i skemaet mandag 7. september mere: nogen har fjernet eller flyttet det")
                .doesNotContain("til andre", "så vælg igen");
    }

    @Test
    void whatIsSaidWhereNothingIsDrawnAnewIsNeverEmpty() {
        Surfer planner = planner();
        MEANWHILE.set(this::remove);
        HttpResponse<String> part = unkept(planner.type(at, duty.typed("held", TOO_LONG), "HX-Request", "true"));
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(part.body()).startsWith("<p").contains("ikke i skemaet mandag 7. september mere");
    }

    @Test
    void whereAnotherHasAMeetingNowItsPartsAreFoundInTheOwnTimetableAlone() {
        Surfer teacher = teacher();
        camp.change(all -> {
            var more = new ArrayList<>(ChangedMeetings.with(all, ChangedMeetings.empty(duty.meeting())));
            more.add(ChangedMeetings.split(
                    duty.meeting(), "part/own", duty.date().plusDays(3)));
            return more;
        });
        assertThat(unkept(teacher.type(own, duty.typed("held", "Tandlæge"), "HX-Request", "true"))
                        .body())
                .contains("Mødet er i skemaet torsdag 10. september", "name=\"session\" value=\"part/own\"");
    }

    @Test
    void ofADateOnWhichAMeetingNeverWasNobodyIsSaidToHaveMovedIt() {
        Map<String, String> typed = new HashMap<>(duty.typed("held", "Tandlæge"));
        typed.put("date", duty.date().plusDays(1).toString());
        Surfer planner = planner();
        assertThat(unkept(planner.type(at, typed, "HX-Request", "true")).body())
                .contains("Mødet er i skemaet mandag 7. september, ikke tirsdag 8. september", "kan have flyttet");
        planner.type("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.type(at, typed, "HX-Request", "true").body())
                .contains("The meeting is in the timetable on Monday 7 September, not on Tuesday 8 September")
                .contains("Somebody may have moved it while you were writing");
    }

    @Test
    void whoTakesBackWhatWasEnteredOfARemovedMeetingIsNotToldThatTheyTypedIt() {
        Surfer teacher = teacher();
        remove();
        assertThat(unkept(teacher.type(own, duty.typed("forget", "Skrevet for en uge siden")))
                        .body())
                .contains("<html", "Der er ikke taget noget tilbage")
                .doesNotContain("Det, du skrev", "Skrevet for en uge siden");
    }

    @Test
    void takingBackWhatSomebodyElseHasTakenBackIsNoTrouble() {
        Surfer planner = planner();
        HttpResponse<String> done = planner.type(at, duty.typed("forget", ""), "HX-Request", "true");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).startsWith("<li").doesNotContain("class=\"entered\"");
    }
}
