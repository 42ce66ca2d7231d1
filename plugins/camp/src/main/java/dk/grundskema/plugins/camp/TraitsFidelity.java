package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the seven character traits are a thread through the camp: all of them met, the same in all teams at a time, spread evenly.
 *
 * @param camp the camp
 */
record TraitsFidelity(FinishedCamp camp) {
    private static final int TRAITS = 7;

    List<Ask> asks() {
        Optional<Subject> subject = KnownSubject.TRAITS.in(camp.parameters().subjects());
        if (subject.isEmpty()) {
            return List.of(
                    Ask.notPlanned("camp.ask.traits", CampSources.RECOMMENDATIONS, "traits", TRAITS, TRAITS),
                    Ask.notApplicable("camp.ask.traits-together", Origin.ours(), "weeks"),
                    Ask.notApplicable("camp.ask.traits-spread", spreadOrigin(), "team-weeks", TRAITS));
        }
        return List.of(all(subject.get()), together(subject.get()), spread(subject.get()));
    }

    private static Origin spreadOrigin() {
        return CampSources.RECOMMENDATIONS_PARTLY_OURS;
    }

    /** Each team meets each of the seven. */
    private Ask all(Subject subject) {
        var places = new ArrayList<Place>();
        for (GroupId team : camp.teams()) {
            var met = new HashSet<String>();
            camp.weeks().forEach(week -> met.addAll(metBy(team, week, subject)));
            subject.steps().stream()
                    .limit(TRAITS)
                    .filter(step -> !met.contains(step))
                    .forEach(step -> places.add(Place.at(
                            Reason.of("camp.why.no-module-left"),
                            team,
                            camp.texts().step(step))));
            int unnamed = TRAITS - subject.steps().size();
            if (unnamed > 0) {
                places.add(new Place(
                        List.of(team),
                        unnamed,
                        Reason.of("camp.why.traits-unnamed", subject.steps().size())));
            }
        }
        return Ask.counted(
                "camp.ask.traits",
                CampSources.RECOMMENDATIONS,
                "traits",
                (long) TRAITS * camp.teams().size(),
                places,
                TRAITS);
    }

    /** All teams work with the same traits in a week. */
    private Ask together(Subject subject) {
        var weeks = weeksOf(subject);
        var places = new ArrayList<Place>();
        for (IsoWeek week : weeks) {
            var differing = camp.teams().stream()
                    .map(team -> metBy(team, week, subject))
                    .distinct()
                    .count();
            if (differing > 1) {
                places.add(Place.at(Reason.of("camp.why.teams-differ", differing), week));
            }
        }
        return Ask.counted("camp.ask.traits-together", Origin.ours(), "weeks", weeks.size(), places);
    }

    /** Each week has its share of the traits, the early ones what doesn't divide. */
    private Ask spread(Subject subject) {
        var weeks = weeksOf(subject);
        int steps = subject.steps().size();
        var places = new ArrayList<Place>();
        for (GroupId team : camp.teams()) {
            for (int i = 0; i < weeks.size(); i++) {
                int share = Math.max(1, steps / weeks.size() + (i < steps % weeks.size() ? 1 : 0));
                int met = metBy(team, weeks.get(i), subject).size();
                if (met != share) {
                    places.add(Place.at(Reason.of("camp.why.traits-in-week", met, share), team, weeks.get(i)));
                }
            }
        }
        return Ask.counted(
                "camp.ask.traits-spread",
                spreadOrigin(),
                "team-weeks",
                (long) weeks.size() * camp.teams().size(),
                places,
                steps);
    }

    /** The weeks in which teams have modules, in order. */
    private List<IsoWeek> weeksOf(Subject subject) {
        return subject.steps().isEmpty()
                ? List.of()
                : camp.days().stream()
                        .filter(day -> day.hasBlock(block -> block.kind() == Block.Kind.MODULE))
                        .map(FinishedCamp.Day::week)
                        .distinct()
                        .toList();
    }

    private Set<String> metBy(GroupId team, IsoWeek week, Subject subject) {
        Set<String> met = new HashSet<>();
        camp.modules().stream()
                .filter(module -> module.has(team)
                        && module.week().equals(week)
                        && module.meeting().subject().equals(subject.id()))
                .forEach(module -> met.addAll(stepsOf(module, subject)));
        return met;
    }

    /** The steps that a module's form names, joined by commas; a step's own title may have a comma. */
    private static List<String> stepsOf(Held module, Subject subject) {
        String form = ", " + module.meeting().form() + ", ";
        return subject.steps().stream()
                .filter(step -> form.contains(", " + step + ", "))
                .toList();
    }
}
