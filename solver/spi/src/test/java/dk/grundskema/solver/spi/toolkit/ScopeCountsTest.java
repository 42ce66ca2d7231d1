package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.ScopeView;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScopeCountsTest {
    private static final Placement OPEN = new Placement(null, null, List.of());

    /** What is decided about a session; a holder of -1 is an empty seat. */
    private record Placement(
            @Nullable MeetingTime time, @Nullable Room room, List<Integer> holders) {}

    private static ScopeView view(Placement... placements) {
        return (ScopeView) Proxy.newProxyInstance(
                ScopeView.class.getClassLoader(), new Class<?>[] {ScopeView.class}, (proxy, method, arguments) -> {
                    Placement session = placements[(Integer) arguments[0]];
                    return switch (method.getName()) {
                        case "time" -> session.time();
                        case "room" -> session.room();
                        case "seatCount" -> session.holders().size();
                        case "holderIndex" -> session.holders().get((Integer) arguments[1]);
                        default -> throw new IllegalStateException(method.getName());
                    };
                });
    }

    private static Placement at(DayOfWeek day, int hour, int... weeks) {
        return new Placement(time(day, hour, weeks), null, List.of());
    }

    private static MeetingTime time(DayOfWeek day, int hour, int... weeks) {
        var all = new TreeSet<IsoWeek>();
        for (int week : weeks) {
            all.add(new IsoWeek(2026, week));
        }
        return new MeetingTime(all, day, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
    }

    private static Placement in(String room) {
        return new Placement(
                time(DayOfWeek.MONDAY, 8, 40),
                new Room(new RoomId(room), room, null, "classroom", 20, Availability.always()),
                List.of());
    }

    private static Placement heldBy(Integer... holders) {
        return new Placement(time(DayOfWeek.MONDAY, 8, 40), null, List.of(holders));
    }

    @Test
    void countsTimes() {
        ScopeView view = view(
                at(DayOfWeek.MONDAY, 8, 40),
                OPEN,
                at(DayOfWeek.MONDAY, 10, 40),
                at(DayOfWeek.FRIDAY, 8, 40),
                at(DayOfWeek.SUNDAY, 12, 40));

        assertThat(ScopeCounts.scheduled(view, 4)).isEqualTo(3);
        assertThat(ScopeCounts.weekdays(view, 4)).isEqualTo(2);
        assertThat(ScopeCounts.startTimes(view, 4)).isEqualTo(2);
        assertThat(ScopeCounts.weekdays(view, 5)).isEqualTo(3);
    }

    @Test
    void isolatedSessionsHaveNoneBeforeOrAfterThemInTheirWeeks() {
        assertThat(ScopeCounts.isolated(
                        view(
                                at(DayOfWeek.MONDAY, 8, 40),
                                at(DayOfWeek.MONDAY, 9, 40, 41),
                                at(DayOfWeek.MONDAY, 11, 40)),
                        3))
                .isEqualTo(1);
        assertThat(ScopeCounts.isolated(view(at(DayOfWeek.MONDAY, 8, 40), at(DayOfWeek.TUESDAY, 9, 40), OPEN), 3))
                .isEqualTo(2);
        assertThat(ScopeCounts.isolated(view(at(DayOfWeek.MONDAY, 8, 40), at(DayOfWeek.MONDAY, 9, 41)), 2))
                .isEqualTo(2);
    }

    @Test
    void countsRoomsOfSessionsThatTakePlace() {
        var unscheduled = new Placement(null, in("lab").room(), List.of());

        assertThat(ScopeCounts.rooms(view(in("1a"), in("1b"), in("1a"), unscheduled, OPEN), 5))
                .isEqualTo(2);
    }

    @Test
    void countsTheSessionsOfFirstHolders() {
        ScopeView view = view(heldBy(-1, 7), heldBy(3, 7), heldBy(7), heldBy(-1), heldBy());

        assertThat(ScopeCounts.firstHolder(view, 0)).isEqualTo(7);
        assertThat(ScopeCounts.firstHolder(view, 3)).isEqualTo(-1);
        assertThat(ScopeCounts.heldBy(view, 5, 7)).isEqualTo(2);
        assertThat(ScopeCounts.heldBy(view, 5, 3)).isEqualTo(1);
        assertThat(ScopeCounts.mostHeldByOne(view, 5)).isEqualTo(2);
        assertThat(ScopeCounts.mostHeldByOne(view(heldBy(-1)), 1)).isZero();
        assertThat(ScopeCounts.mostHeldByOne(view(heldBy(1), heldBy(2), heldBy(2)), 3))
                .isEqualTo(2);
    }
}
