package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Assesses whether a fixed staff team carries the camp: who teaches throughout, how many adults a team has, whether it knows
 * them.
 *
 * @param camp     the camp
 * @param whoCould determines who was away
 */
record StaffTeamFidelity(FinishedCamp camp, DutyFeasibility whoCould) {
    /** Ours: camps have six to ten staff in total. */
    private static final int ADULTS_PER_TEAM = 8;

    List<Ask> asks() {
        return List.of(fixedStaffTeam(), fewAdults(), familiarFaces());
    }

    /** Staff who teach do so in each week. */
    private Ask fixedStaffTeam() {
        var modules = camp.heldModules();
        var weeks = new TreeSet<>(modules.stream().map(DatedMeeting::week).toList());
        Map<StaffId, List<DatedMeeting>> byPerson = new TreeMap<>(Comparator.comparing(StaffId::value));
        for (DatedMeeting module : modules) {
            module.staff()
                    .forEach(who -> byPerson.computeIfAbsent(who, any -> new ArrayList<>())
                            .add(module));
        }
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (var person : byPerson.entrySet()) {
            asked += person.getValue().size();
            var missing = new TreeSet<>(weeks);
            person.getValue().forEach(module -> missing.remove(module.week()));
            if (!missing.isEmpty()) {
                places.add(new Shortfall(
                        List.of(person.getKey()),
                        person.getValue().size(),
                        reasonNotTeaching(person.getKey(), missing)));
            }
        }
        return Ask.counted("camp.ask.fixed-team", CampOrigins.RECOMMENDATIONS_PARTLY_OURS, "duties", asked, places);
    }

    private Reason reasonNotTeaching(StaffId person, Set<IsoWeek> weeks) {
        boolean isAway = camp.heldModules().stream()
                .filter(module -> weeks.contains(module.week()))
                .allMatch(module -> whoCould.isAway(person, module));
        return Reason.of(isAway ? "camp.why.away-in-weeks" : "camp.why.not-in-weeks", List.copyOf(weeks));
    }

    /** A team has few different adults in its own blocks. */
    private Ask fewAdults() {
        var places = new ArrayList<Shortfall>();
        for (GroupId team : camp.teams()) {
            Set<StaffId> adults = new HashSet<>();
            adultsAloneWith(team).values().forEach(adults::addAll);
            if (adults.size() > ADULTS_PER_TEAM) {
                places.add(Shortfall.at(Reason.of("camp.why.many-adults", adults.size()), team));
            }
        }
        return Ask.counted(
                "camp.ask.few-adults",
                CampOrigins.RECOMMENDATIONS_PARTLY_OURS,
                "teams",
                camp.teams().size(),
                places,
                ADULTS_PER_TEAM);
    }

    /** Each day a team meets adults it met on the day before. */
    private Ask familiarFaces() {
        int wanted = camp.parameters().familiarStaff();
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (GroupId team : camp.teams()) {
            @Nullable Set<StaffId> before = null;
            for (var day : adultsAloneWith(team).entrySet()) {
                if (before != null) {
                    asked++;
                    var known = new HashSet<>(day.getValue());
                    known.retainAll(before);
                    if (known.size() < wanted) {
                        places.add(Shortfall.at(Reason.of("camp.why.few-known", known.size()), team, day.getKey()));
                    }
                }
                before = day.getValue();
            }
        }
        return Ask.counted(
                "camp.ask.familiar-faces", CampOrigins.RECOMMENDATIONS_PARTLY_OURS, "team-days", asked, places, wanted);
    }

    /** Returns the adults in a team's own blocks by date. */
    private Map<LocalDate, Set<StaffId>> adultsAloneWith(GroupId team) {
        Map<LocalDate, Set<StaffId>> own = new TreeMap<>();
        for (DatedMeeting held : camp.heldMeetings()) {
            if (held.isOnlyFor(team)) {
                own.computeIfAbsent(held.date(), any -> new HashSet<>()).addAll(held.staff());
            }
        }
        return own;
    }
}
