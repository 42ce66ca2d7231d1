package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
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
 * Whether a fixed staff team carries the camp: who teaches all through it, how many adults a team has, whether it knows them.
 *
 * @param camp     the camp
 * @param whoCould who was away
 */
record TeamFidelity(FinishedCamp camp, WhoCould whoCould) {
    /** Ours: camps have six to ten staff in all. */
    private static final int ADULTS_PER_TEAM = 8;

    List<Ask> asks() {
        return List.of(fixedTeam(), fewAdults(), familiarFaces());
    }

    /** Those who teach do so in each week. */
    private Ask fixedTeam() {
        var modules = camp.modules();
        var weeks = new TreeSet<>(modules.stream().map(Held::week).toList());
        Map<StaffId, List<Held>> byPerson = new TreeMap<>(Comparator.comparing(StaffId::value));
        for (Held module : modules) {
            module.staff()
                    .forEach(who -> byPerson.computeIfAbsent(who, any -> new ArrayList<>())
                            .add(module));
        }
        var places = new ArrayList<Place>();
        long asked = 0;
        for (var person : byPerson.entrySet()) {
            asked += person.getValue().size();
            var missing = new TreeSet<>(weeks);
            person.getValue().forEach(module -> missing.remove(module.week()));
            if (!missing.isEmpty()) {
                places.add(new Place(
                        List.of(person.getKey()), person.getValue().size(), whyNotIn(person.getKey(), missing)));
            }
        }
        return Ask.counted("camp.ask.fixed-team", CampSources.RECOMMENDATIONS_PARTLY_OURS, "duties", asked, places);
    }

    private Reason whyNotIn(StaffId person, Set<IsoWeek> weeks) {
        boolean isAway = camp.modules().stream()
                .filter(module -> weeks.contains(module.week()))
                .allMatch(module -> whoCould.isAway(person, module));
        return Reason.of(isAway ? "camp.why.away-in-weeks" : "camp.why.not-in-weeks", List.copyOf(weeks));
    }

    /** A team has few different adults in what it has alone. */
    private Ask fewAdults() {
        var places = new ArrayList<Place>();
        for (GroupId team : camp.teams()) {
            Set<StaffId> adults = new HashSet<>();
            ownOf(team).values().forEach(adults::addAll);
            if (adults.size() > ADULTS_PER_TEAM) {
                places.add(Place.at(Reason.of("camp.why.many-adults", adults.size()), team));
            }
        }
        return Ask.counted(
                "camp.ask.few-adults",
                CampSources.RECOMMENDATIONS_PARTLY_OURS,
                "teams",
                camp.teams().size(),
                places,
                ADULTS_PER_TEAM);
    }

    /** Each day a team meets adults whom it met on the day before. */
    private Ask familiarFaces() {
        int wanted = camp.parameters().familiarStaff();
        var places = new ArrayList<Place>();
        long asked = 0;
        for (GroupId team : camp.teams()) {
            @Nullable Set<StaffId> before = null;
            for (var day : ownOf(team).entrySet()) {
                if (before != null) {
                    asked++;
                    var known = new HashSet<>(day.getValue());
                    known.retainAll(before);
                    if (known.size() < wanted) {
                        places.add(Place.at(Reason.of("camp.why.few-known", known.size()), team, day.getKey()));
                    }
                }
                before = day.getValue();
            }
        }
        return Ask.counted(
                "camp.ask.familiar-faces", CampSources.RECOMMENDATIONS_PARTLY_OURS, "team-days", asked, places, wanted);
    }

    /** The adults in what a team has alone, day by day. */
    private Map<LocalDate, Set<StaffId>> ownOf(GroupId team) {
        Map<LocalDate, Set<StaffId>> own = new TreeMap<>();
        for (Held held : camp.held()) {
            if (held.isOnlyOf(team)) {
                own.computeIfAbsent(held.date(), any -> new HashSet<>()).addAll(held.staff());
            }
        }
        return own;
    }
}
