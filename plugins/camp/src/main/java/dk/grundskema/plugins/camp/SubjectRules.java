package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.camp.AskedFor.Teaching;
import dk.grundskema.solver.spi.Rule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** Rules about which subject is taught when. */
final class SubjectRules {
    record TeamSubjectAndDate(GroupId team, String subject, LocalDate date) {}

    record TeamSubjectAndWeek(GroupId team, String subject, IsoWeek week) {}

    record TeamSubjectWeekAndBlock(GroupId team, String subject, IsoWeek week, String block) {}

    record SubjectAndDate(String subject, LocalDate date) {}

    record SessionAndSubject(SessionId session, String subject) {}

    private final AskedFor asked;

    SubjectRules(AskedFor asked) {
        this.asked = asked;
    }

    /** Each team has as many modules of a subject a week as were asked for. */
    Rule modulesPerSubject() {
        var rule = sum(CampRules.MODULES_PER_SUBJECT).overPlacements((session, time, host, entries) -> {
            Teaching teaching = asked.teaching(session);
            if (teaching != null) {
                entries.add(new TeamSubjectAndWeek(teaching.team(), teaching.title(), week(time)), 1);
            }
        });
        var weeks = asked.frame().teachingWeeks();
        for (GroupId team : asked.frame().teams()) {
            for (IsoWeek week : weeks) {
                asked.titles().forEach(title -> rule.startingFrom(new TeamSubjectAndWeek(team, title, week), 0));
            }
        }
        var teaching = Set.copyOf(weeks);
        return rule.cost((key, given) -> {
            var which = (TeamSubjectAndWeek) key;
            int wanted = teaching.contains(which.week())
                    ? asked.subject(which.subject()).modulesPerWeek()
                    : 0;
            return Math.abs(wanted - given);
        });
    }

    /** A team doesn't have the same subject again and again on one day. */
    Rule subjectPerDay() {
        return sum(CampRules.SUBJECT_PER_DAY)
                .overPlacements((session, time, host, entries) -> {
                    Teaching teaching = asked.teaching(session);
                    if (teaching != null) {
                        entries.add(new TeamSubjectAndDate(teaching.team(), teaching.title(), time.firstDate()), 1);
                    }
                })
                .cost((key, given) -> {
                    var which = (TeamSubjectAndDate) key;
                    return Math.max(0, given - asked.subject(which.subject()).maxPerDay());
                });
    }

    /**
     * All teams have a thread's subject on the same days, so that each step is theirs at the same time. A day costs the teams
     * that have it or those that don't, whichever are fewer: so many would have to move.
     */
    Rule threadInStep() {
        int teams = asked.frame().teams().size();
        var weeks = asked.frame().teachingWeeks();
        return sum(CampRules.THREAD_IN_STEP)
                .overPlacements((session, time, host, entries) -> {
                    Teaching teaching = asked.teaching(session);
                    if (teaching != null
                            && CampThread.hasSeveralSteps(
                                    teaching.subject(), weeks.indexOf(week(time)), weeks.size())) {
                        entries.add(new SubjectAndDate(teaching.title(), time.firstDate()), 1);
                    }
                })
                .cost((key, modules) -> Math.min(Math.floorMod(modules, teams), Math.floorMod(-modules, teams)));
    }

    /** Subjects that ask much of students are taught before noon. */
    Rule demandingBeforeNoon() {
        return sum(CampRules.DEMANDING_BEFORE_NOON)
                .overPlacements((session, time, host, entries) -> {
                    Teaching teaching = asked.teaching(session);
                    if (teaching != null
                            && host != null
                            && teaching.subject().demanding()
                            && !time.start().isBefore(LocalTime.NOON)) {
                        entries.add(new SessionAndSubject(host.id(), teaching.title()), 1);
                    }
                })
                .cost((key, modules) -> modules);
    }

    /** A subject moves about the day in the course of a week. */
    Rule variety() {
        return sum(CampRules.VARIETY)
                .overPlacements((session, time, host, entries) -> {
                    Teaching teaching = asked.teaching(session);
                    CampFrame.Slot slot = host == null ? null : asked.slot(host.id());
                    if (teaching != null && slot != null) {
                        entries.add(
                                new TeamSubjectWeekAndBlock(
                                        teaching.team(), teaching.title(), week(time), slot.title()),
                                1);
                    }
                })
                .cost((key, modules) -> Math.max(0, modules - 1));
    }

    private static IsoWeek week(MeetingTime time) {
        return IsoWeek.of(time.firstDate());
    }
}
