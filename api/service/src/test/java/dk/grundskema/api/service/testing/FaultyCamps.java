package dk.grundskema.api.service.testing;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Camps with one kind of fault each; of one week, unless a problem is given. */
public final class FaultyCamps {
    /** Steps after which the camp has no open seat and no conflict. */
    private static final long STEPS = 300;

    private FaultyCamps() {}

    /** Kind of fault. */
    public enum Fault {
        /** Nobody takes a required seat. */
        OPEN_SEAT,
        /** A meeting has one of its required seats not at all, as in a file from another program. */
        LEFT_OUT_SEAT,
        /** A person is in two places at once. */
        CONFLICT,
        /** Many meetings are gone, so that the guide's requirements are not met. */
        SHORT_AGAINST_GUIDE,
        /** Nothing but unmet wishes. */
        UNMET_WISH,
        /** A required session has no meeting. */
        UNPLANNED_SESSION,
        /** A module is in a room that is none of those it may be in. */
        UNSUITABLE_ROOM,
        /** A module that needs a room has none. */
        MISSING_ROOM,
        /** A person works until night and again in the morning. */
        SHORT_REST;

        /** Returns the number of its part. */
        public long amount(PlanStatus status) {
            return switch (this) {
                case OPEN_SEAT, LEFT_OUT_SEAT -> status.openSeats();
                case CONFLICT, UNSUITABLE_ROOM, SHORT_REST -> status.conflicts();
                case MISSING_ROOM -> status.otherShortfalls();
                case SHORT_AGAINST_GUIDE -> status.guideShortfalls();
                case UNMET_WISH -> status.unmetWishes();
                case UNPLANNED_SESSION -> status.unplannedSessions();
            };
        }

        /** Returns the meetings of a plan without faults with the fault. */
        public List<Meeting> apply(List<Meeting> all) {
            return switch (this) {
                case OPEN_SEAT -> withOpenSeat(all);
                case LEFT_OUT_SEAT -> withoutSeat(all);
                case CONFLICT -> withConflict(all);
                case SHORT_AGAINST_GUIDE -> all.subList(all.size() / 2, all.size());
                case UNMET_WISH -> all;
                case UNPLANNED_SESSION -> all.subList(1, all.size());
                case UNSUITABLE_ROOM -> withUnsuitableRoom(all);
                case MISSING_ROOM -> withoutRoom(all);
                case SHORT_REST -> withShortRest(all);
            };
        }
    }

    /** Creates the plan in an organisation. Returns where it is. */
    public static String create(Server server, String organisation, Fault fault) {
        return create(server, organisation, TestServices.weekOfCamp(), fault);
    }

    /** Creates the plan of a changed problem of the same camp. Returns where it is. */
    public static String create(Server server, String organisation, Map<String, Object> problem, Fault fault) {
        String place =
                SolvedPlans.createSolvedPlan(ServiceClient.administrator(server), server, organisation, problem, STEPS);
        if (fault != Fault.UNMET_WISH) {
            PublishedCampFixture.of(server, place).change(fault::apply);
        }
        return place;
    }

    private static boolean isStaffed(Meeting one) {
        return one.kind().equals("module")
                && !one.seats().isEmpty()
                && one.seats().stream().allMatch(seat -> seat.required() && seat.staffId() != null);
    }

    private static List<Meeting> withOpenSeat(List<Meeting> all) {
        Meeting one = all.stream().filter(FaultyCamps::isStaffed).findFirst().orElseThrow();
        return MeetingVariants.with(all, MeetingVariants.withoutLastPerson(one));
    }

    private static List<Meeting> withoutSeat(List<Meeting> all) {
        Meeting one = all.stream().filter(FaultyCamps::isStaffed).findFirst().orElseThrow();
        return MeetingVariants.with(all, MeetingVariants.withoutLastSeat(one));
    }

    /** Puts a person of a module into another module at the same time. */
    private static List<Meeting> withConflict(List<Meeting> all) {
        List<Meeting> modules = all.stream()
                .filter(FaultyCamps::isStaffed)
                .sorted(Comparator.comparing(one -> one.sessionId().value()))
                .toList();
        for (Meeting one : modules) {
            MeetingSeat busy = one.seats().getFirst();
            for (Meeting other : modules) {
                boolean isFree =
                        other.seats().stream().noneMatch(seat -> Objects.equals(seat.staffId(), busy.staffId()));
                if (!one.sessionId().equals(other.sessionId()) && one.time().equals(other.time()) && isFree) {
                    var was = Objects.requireNonNull(other.seats().getFirst().staffId());
                    return MeetingVariants.with(all, MeetingVariants.withReplacement(other, was, busy.staffId()));
                }
            }
        }
        throw new IllegalStateException("No two modules are at the same time.");
    }

    /** Puts a module into a room of which no module makes use. */
    private static List<Meeting> withUnsuitableRoom(List<Meeting> all) {
        var suitable = all.stream()
                .filter(one -> one.kind().equals("module"))
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .toList();
        var other = all.stream()
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .filter(room -> !suitable.contains(room))
                .findFirst()
                .orElseThrow();
        Meeting module = all.stream().filter(FaultyCamps::isStaffed).findFirst().orElseThrow();
        return MeetingVariants.with(all, MeetingVariants.inRoom(module, other));
    }

    private static List<Meeting> withoutRoom(List<Meeting> all) {
        Meeting module = all.stream()
                .filter(one -> isStaffed(one) && one.roomId() != null)
                .findFirst()
                .orElseThrow();
        return MeetingVariants.with(all, MeetingVariants.inRoom(module, null));
    }

    /** Lets a module end at three in the night before a day on which a person of it works in the morning. */
    private static List<Meeting> withShortRest(List<Meeting> all) {
        List<Meeting> modules = all.stream()
                .filter(FaultyCamps::isStaffed)
                .sorted(Comparator.comparing((Meeting one) -> one.time().firstDate()))
                .toList();
        for (Meeting late : modules) {
            for (Meeting early : modules) {
                boolean isNextDay =
                        early.time().firstDate().equals(late.time().firstDate().plusDays(1));
                boolean isSamePerson = early.seats().stream()
                        .anyMatch(seat -> late.seats().stream()
                                .anyMatch(other -> Objects.equals(seat.staffId(), other.staffId())));
                if (isNextDay && isSamePerson && early.start().isBefore(LocalTime.of(11, 0))) {
                    return MeetingVariants.with(all, MeetingVariants.at(late, LocalTime.of(22, 0), LocalTime.of(3, 0)));
                }
            }
        }
        throw new IllegalStateException("Nobody works on two days running.");
    }
}
