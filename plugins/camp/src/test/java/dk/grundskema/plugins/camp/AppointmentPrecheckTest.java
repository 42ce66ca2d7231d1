package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.away;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.conversations;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppointmentPrecheckTest {
    /** Six students, two days with an hour of quiet; two of four staff are on duty in it. */
    private static CampBuilder quietDays() {
        return smallCamp()
                .subjects()
                .room("nook", "house", "quiet")
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30"));
    }

    private static List<Finding> findings(CampBuilder camp) {
        var plugin = new CampPlugin();
        return plugin.precheck(camp.camp(), camp.problem(), plugin.expand(camp.camp(), camp.problem()));
    }

    private static Finding rooms(Object... arguments) {
        return Finding.warning("camp.precheck.conversations-rooms", "/parameters/conversations", arguments);
    }

    private static Finding staff(Object... arguments) {
        return Finding.warning("camp.precheck.conversations-staff", "/parameters/conversations", arguments);
    }

    @Test
    void conversationsThatJustFitHaveNoFinding() {
        assertThat(findings(quietDays().conversations(conversations(1, 20, "quiet-hour"))))
                .isEmpty();
        assertThat(findings(quietDays().conversations(conversations(2, 10, "quiet-hour"))))
                .isEmpty();
    }

    @Test
    void moreConversationsThanRoomsHoldAreReported() {
        assertThat(findings(quietDays().conversations(conversations(2, 20, "quiet-hour"))))
                .containsExactly(rooms(12L, 20, 1, 6L, 2, 6L, 6L, 1, 10));
        assertThat(findings(
                        quietDays().room("den", "house", "quiet").conversations(conversations(2, 20, "quiet-hour"))))
                .isEmpty();
    }

    @Test
    void roomNeededByABlockIsNotFreeForConversations() {
        var camp = smallCamp()
                .subjects()
                .room("nook", "house", "quiet")
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30", "quiet"))
                .conversations(conversations(1, 20, "quiet-hour"));

        assertThat(findings(camp)).containsExactly(rooms(6L, 20, 1, 6L, 2, 0L, 6L, 1, 0));
    }

    @Test
    void moreConversationsThanFreeStaffHoldAreReported() {
        var rooms = quietDays().room("den", "house", "quiet").room("loft", "house", "quiet");

        assertThat(findings(rooms.conversations(conversations(2, 30, "quiet-hour"))))
                .containsExactly(staff(12L, 30, 4, 4L, 2, 8L, 4L, 1, 20));
    }

    @Test
    void absentStaffHoldNoConversation() {
        var rooms = quietDays().room("den", "house", "quiet").room("loft", "house", "quiet");

        assertThat(findings(rooms.person("eve", away("2026-09-08")).conversations(conversations(2, 30, "quiet-hour"))))
                .containsExactly(staff(12L, 30, 5, 4L, 2, 10L, 2L, 1, 20));
    }

    @Test
    void visitWithoutATimeWhenItsVisitorIsFreeIsReported() {
        var camp = quietDays().person("vera", away("2026-09-07")).lessonOf("maths", TUESDAY, "10:00", "11:00", "vera");

        assertThat(findings(camp.visit(visit("north", "vera", "module-1", 1))))
                .containsExactly(Finding.warning(
                        "camp.precheck.visit-impossible", "/parameters/visits/0", "north", 1, 2, 1L, 1L));
    }

    @Test
    void visitIsPossibleWithCoverOrAtAnotherTime() {
        var camp = quietDays()
                .person("vera", away("2026-09-07"))
                .person("sub")
                .lessonOf("maths", TUESDAY, "10:00", "11:00", "vera");

        assertThat(findings(camp.visit(visit("north", "vera", "module-1", 1, "sub"))))
                .isEmpty();
        assertThat(findings(quietDays()
                        .person("vera")
                        .lessonOf("maths", MONDAY, "10:00", "11:00", "vera")
                        .visit(visit("north", "vera", "module-1", 1))))
                .isEmpty();
    }
}
