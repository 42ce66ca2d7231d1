package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.camp.CampDemandIndex.SubjectModule;
import dk.grundskema.solver.spi.Rule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declares the rules about the placement of subjects. */
final class SubjectRules {
    record TeamSubjectAndDate(GroupId team, String subject, LocalDate date) {}

    record TeamSubjectAndWeek(GroupId team, String subject, IsoWeek week) {}

    record TeamSubjectWeekAndBlock(GroupId team, String subject, IsoWeek week, String block) {}

    record SubjectAndDate(String subject, LocalDate date) {}

    record SessionAndSubject(SessionId session, String subject) {}

    private static final Set<String> BOOK_SUBJECTS =
            Set.of("danish", "mathematics", "character-traits", "learning-strategies");

    private static final Set<String> SPECIAL_KINDS = Stream.of(
                    RoomKind.KITCHEN, RoomKind.GYM, RoomKind.WORKSHOP, RoomKind.LABORATORY)
            .map(RoomKind::toString)
            .collect(Collectors.toUnmodifiableSet());

    private final CampDemandIndex demandIndex;

    SubjectRules(CampDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
    }

    /** A module is held in a room that suits its subject. */
    Rule unsuitableRoom() {
        return perSession(CampRules.UNSUITABLE_ROOM, demandIndex.teamModuleSessions(), (scope, view, charge) -> {
            Room room = view.room(0);
            for (int guest = 0; room != null && guest < view.guestCount(0); guest++) {
                SubjectModule teaching = demandIndex.moduleOf(view.guest(0, guest));
                if (teaching != null && !isSuitable(room, teaching.subject())) {
                    charge.add(1, scope.sessions().getFirst().id(), teaching.title(), room.id());
                }
            }
        });
    }

    private static boolean isSuitable(Room room, Subject subject) {
        return subject.roomKinds().isEmpty()
                ? !(BOOK_SUBJECTS.contains(subject.id()) && SPECIAL_KINDS.contains(room.kind()))
                : subject.roomKinds().contains(room.kind());
    }

    /** Each team has the required number of modules of a subject per week. */
    Rule modulesPerSubject() {
        var rule = sum(CampRules.MODULES_PER_SUBJECT).overPlacements((session, time, host, entries) -> {
            SubjectModule teaching = demandIndex.moduleOf(session);
            if (teaching != null) {
                entries.add(new TeamSubjectAndWeek(teaching.team(), teaching.title(), weekOf(time)), 1);
            }
        });
        var weeks = demandIndex.context().teachingWeeks();
        for (GroupId team : demandIndex.context().teams()) {
            for (IsoWeek week : weeks) {
                demandIndex
                        .subjectTitles()
                        .forEach(title -> rule.initialTotal(new TeamSubjectAndWeek(team, title, week), 0));
            }
        }
        var teaching = Set.copyOf(weeks);
        ToLongFunction<Object> wanted = key -> {
            var which = (TeamSubjectAndWeek) key;
            return teaching.contains(which.week())
                    ? demandIndex.subject(which.subject()).modulesPerWeek()
                    : 0;
        };
        return rule.figures((key, given) -> List.of(new Figure(given), new Figure(wanted.applyAsLong(key))))
                .cost((key, given) -> Math.abs(wanted.applyAsLong(key) - given));
    }

    /** A team has a subject at most a given number of times per day. */
    Rule subjectPerDay() {
        return sum(CampRules.SUBJECT_PER_DAY)
                .overPlacements((session, time, host, entries) -> {
                    SubjectModule teaching = demandIndex.moduleOf(session);
                    if (teaching != null) {
                        entries.add(new TeamSubjectAndDate(teaching.team(), teaching.title(), time.firstDate()), 1);
                    }
                })
                .figures((key, given) -> List.of(new Figure(given), new Figure(mostPerDay(key))))
                .cost((key, given) -> Math.max(0, given - mostPerDay(key)));
    }

    private long mostPerDay(Object key) {
        return demandIndex.subject(((TeamSubjectAndDate) key).subject()).maxPerDay();
    }

    /**
     * All teams have a thread's subject on the same days, so that all work on a step at the same time. A day costs the smaller of
     * the number of teams that have it and that do not: so many would have to move.
     */
    Rule threadInStep() {
        int teams = demandIndex.context().teams().size();
        var weeks = demandIndex.context().teachingWeeks();
        return sum(CampRules.THREAD_IN_STEP)
                .overPlacements((session, time, host, entries) -> {
                    SubjectModule teaching = demandIndex.moduleOf(session);
                    if (teaching != null
                            && SubjectThread.hasSeveralSteps(
                                    teaching.subject(), weeks.indexOf(weekOf(time)), weeks.size())) {
                        entries.add(new SubjectAndDate(teaching.title(), time.firstDate()), 1);
                    }
                })
                .cost((key, modules) -> Math.min(Math.floorMod(modules, teams), Math.floorMod(-modules, teams)));
    }

    /** Demanding subjects are placed before noon. */
    Rule demandingBeforeNoon() {
        return sum(CampRules.DEMANDING_BEFORE_NOON)
                .overPlacements((session, time, host, entries) -> {
                    SubjectModule teaching = demandIndex.moduleOf(session);
                    if (teaching != null
                            && host != null
                            && teaching.subject().demanding()
                            && !time.start().isBefore(LocalTime.NOON)) {
                        entries.add(new SessionAndSubject(host.id(), teaching.title()), 1);
                    }
                })
                .cost((key, modules) -> modules);
    }

    /** A subject varies its time of day within a week. */
    Rule variety() {
        return sum(CampRules.VARIETY)
                .overPlacements((session, time, host, entries) -> {
                    SubjectModule teaching = demandIndex.moduleOf(session);
                    CampContext.BlockSlot slot = host == null ? null : demandIndex.slotOf(host.id());
                    if (teaching != null && slot != null) {
                        entries.add(
                                new TeamSubjectWeekAndBlock(
                                        teaching.team(), teaching.title(), weekOf(time), slot.title()),
                                1);
                    }
                })
                .cost((key, modules) -> Math.max(0, modules - 1));
    }

    private static IsoWeek weekOf(MeetingTime time) {
        return IsoWeek.of(time.firstDate());
    }
}
