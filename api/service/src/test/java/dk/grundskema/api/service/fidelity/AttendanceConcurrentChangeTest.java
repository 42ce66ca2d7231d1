package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.api.service.testing.CampInUseExtension;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.StaffDuty;
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

/** Attendance input for meetings that disappear from the page while the request is processed. */
@Tag("kills")
final class AttendanceConcurrentChangeTest {
    private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});
    private static final String TOO_LONG = "y".repeat(201);

    @RegisterExtension
    static final CampInUseExtension CAMP = new CampInUseExtension(AttendanceConcurrentChangeTest::now);

    private final Server server = CAMP.server();
    private final TestSchool school = CAMP.school();
    private final String place = CAMP.restAddress();
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String plan = CAMP.pageAddress();
    private final String at = plan + "/attendance";
    private final String own = plan + "/own/attendance";
    private final PublishedCampFixture camp = PublishedCampFixture.of(server, place);
    private final StaffDuty duty = StaffDuty.findOn(LocalDate.parse("2026-09-07"), camp);

    /**
     * The clock of the service. Its first use by the register runs the concurrent change, after the meeting was read and before the response is
     * created.
     */
    private static Instant now() {
        boolean isAboutAMeeting = StackWalker.getInstance()
                .walk(all -> all.anyMatch(one -> one.getClassName().equals(AttendanceRegister.class.getName())));
        if (isAboutAMeeting) {
            MEANWHILE.getAndSet(() -> {}).run();
        }
        return CampInUseExtension.AFTER;
    }

    private void inUse(ServiceClient client, boolean isInUse) {
        assertThat(client.withHeader("If-Match", client.get(place).tag())
                        .put(place + "/in-use", Map.of("inUse", isInUse))
                        .status())
                .isLessThan(300);
    }

    private void remove() {
        camp.change(all -> MeetingVariants.without(all, duty.meeting()));
    }

    private void move(LocalDate date) {
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.onDates(duty.meeting(), date)));
    }

    private PageClient planner() {
        return PageClient.signedIn(server, school.addPerson(Role.PLANNER)).open(at + "?date=" + duty.date());
    }

    private PageClient teacher() {
        return PageClient.signedIn(
                        server, school.addPerson(Role.STAFF, duty.person().value()))
                .open("/me/timetable?date=" + duty.date());
    }

    private static HttpResponse<String> unkept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        return answer;
    }

    @Test
    void typedRemarkIsShownWhenThePlanIsTakenOutOfUse() {
        PageClient teacher = teacher();
        inUse(client, false);
        try {
            assertThat(unkept(teacher.submit(own, duty.formFields("held", TOO_LONG)))
                            .body())
                    .contains("<html", "Det, du skrev", "<bdi>" + TOO_LONG + "</bdi>")
                    .contains("ikke i dit skema mandag 7. september mere", "eller taget planen ud af brug");
            move(duty.date().plusDays(1));
            assertThat(unkept(teacher.submit(own, duty.formFields("held", "Tandlæge")))
                            .body())
                    .contains("Det, du skrev", "<bdi>Tandlæge</bdi>", "ikke i dit skema mandag 7. september mere")
                    .doesNotContain("så vælg igen");
        } finally {
            inUse(client, true);
        }
    }

    @Test
    void typedRemarkIsShownWhenTheMeetingIsRemovedMeanwhile() {
        for (boolean isOwn : List.of(false, true)) {
            camp.change(all -> MeetingVariants.with(all, duty.meeting()));
            PageClient surfer = isOwn ? teacher() : planner();
            MEANWHILE.set(this::remove);
            assertThat(unkept(surfer.submit(isOwn ? own : at, duty.formFields("held", TOO_LONG)))
                            .body())
                    .contains("<html", "Det, du skrev", "<bdi>" + TOO_LONG + "</bdi>")
                    .contains(isOwn ? "ikke i dit skema mandag 7." : "ikke i skemaet mandag 7.");
        }
    }

    @Test
    void typedRemarkIsShownWithItsDateWhenTheMeetingIsMovedAgain() {
        move(duty.date().plusDays(1));
        PageClient planner = planner();
        MEANWHILE.set(() -> move(duty.date().plusDays(2)));
        assertThat(unkept(planner.submit(at, duty.formFields("held", "Tandlæge")))
                        .body())
                .contains("Det, du skrev", "<bdi>Tandlæge</bdi>")
                .contains("ikke i skemaet mandag 7. september mere: nogen har fjernet eller flyttet det")
                .doesNotContain("til andre", "så vælg igen");
    }

    @Test
    void partialAnswerIsNotEmptyWhenTheMeetingIsRemoved() {
        PageClient planner = planner();
        MEANWHILE.set(this::remove);
        HttpResponse<String> part = unkept(planner.submit(at, duty.formFields("held", TOO_LONG), "HX-Request", "true"));
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(part.body()).startsWith("<p").contains("ikke i skemaet mandag 7. september mere");
    }

    @Test
    void partOfAReassignedMeetingIsFoundInTheOwnTimetableAlone() {
        PageClient teacher = teacher();
        camp.change(all -> {
            var more = new ArrayList<>(MeetingVariants.with(all, MeetingVariants.withoutPeople(duty.meeting())));
            more.add(MeetingVariants.splitPart(
                    duty.meeting(), "part/own", duty.date().plusDays(3)));
            return more;
        });
        assertThat(unkept(teacher.submit(own, duty.formFields("held", "Tandlæge"), "HX-Request", "true"))
                        .body())
                .contains("Mødet er i skemaet torsdag 10. september", "name=\"session\" value=\"part/own\"");
    }

    @Test
    void ofADateOnWhichAMeetingNeverWasNobodyIsSaidToHaveMovedIt() {
        Map<String, String> typed = new HashMap<>(duty.formFields("held", "Tandlæge"));
        typed.put("date", duty.date().plusDays(1).toString());
        PageClient planner = planner();
        assertThat(unkept(planner.submit(at, typed, "HX-Request", "true")).body())
                .contains("Mødet er i skemaet mandag 7. september, ikke tirsdag 8. september", "kan have flyttet");
        planner.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.submit(at, typed, "HX-Request", "true").body())
                .contains("The meeting is in the timetable on Monday 7 September, not on Tuesday 8 September")
                .contains("Somebody may have moved it while you were writing");
    }

    @Test
    void withdrawalOfAttendanceOfARemovedMeetingDoesNotEchoTheRemark() {
        PageClient teacher = teacher();
        remove();
        assertThat(unkept(teacher.submit(own, duty.formFields("forget", "Skrevet for en uge siden")))
                        .body())
                .contains("<html", "Der er ikke taget noget tilbage")
                .doesNotContain("Det, du skrev", "Skrevet for en uge siden");
    }

    @Test
    void takingBackWhatSomebodyElseHasTakenBackIsNoTrouble() {
        PageClient planner = planner();
        HttpResponse<String> done = planner.submit(at, duty.formFields("forget", ""), "HX-Request", "true");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).startsWith("<li").doesNotContain("class=\"entered\"");
    }
}
