package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assesses whether the seven character traits are a thread through the camp: all of them covered, the same in all teams at a
 * time, spread evenly.
 *
 * @param camp the camp
 */
record CharacterTraitsFidelity(FinishedCamp camp) {
    private static final int TRAITS = 7;

    List<Ask> asks() {
        Optional<Subject> subject = KnownSubject.TRAITS.findIn(camp.parameters().subjects());
        if (subject.isEmpty()) {
            return List.of(
                    Ask.notPlanned("camp.ask.traits", CampOrigins.RECOMMENDATIONS, "traits", TRAITS, TRAITS),
                    Ask.notApplicable("camp.ask.traits-together", AskOrigin.productDefault(), "weeks"),
                    Ask.notApplicable("camp.ask.traits-spread", spreadOrigin(), "team-weeks", TRAITS));
        }
        return List.of(allTraits(subject.get()), sameTraitsInTeams(subject.get()), evenSpread(subject.get()));
    }

    private static AskOrigin spreadOrigin() {
        return CampOrigins.RECOMMENDATIONS_PARTLY_OURS;
    }

    /** Each team has each of the seven traits. */
    private Ask allTraits(Subject subject) {
        var places = new ArrayList<Shortfall>();
        for (GroupId team : camp.teams()) {
            var met = new HashSet<String>();
            camp.weeks().forEach(week -> met.addAll(traitsOf(team, week, subject)));
            subject.steps().stream()
                    .limit(TRAITS)
                    .filter(step -> !met.contains(step))
                    .forEach(step -> places.add(Shortfall.at(
                            Reason.of("camp.why.no-module-left"),
                            team,
                            camp.texts().stepTitle(step))));
            int unnamed = TRAITS - subject.steps().size();
            if (unnamed > 0) {
                places.add(new Shortfall(
                        List.of(team),
                        unnamed,
                        Reason.of("camp.why.traits-unnamed", subject.steps().size())));
            }
        }
        return Ask.counted(
                "camp.ask.traits",
                CampOrigins.RECOMMENDATIONS,
                "traits",
                (long) TRAITS * camp.teams().size(),
                places,
                TRAITS);
    }

    /** All teams work with the same traits in a week. */
    private Ask sameTraitsInTeams(Subject subject) {
        var weeks = weeksOf(subject);
        var places = new ArrayList<Shortfall>();
        for (IsoWeek week : weeks) {
            var differing = camp.teams().stream()
                    .map(team -> traitsOf(team, week, subject))
                    .distinct()
                    .count();
            if (differing > 1) {
                places.add(Shortfall.at(Reason.of("camp.why.teams-differ", differing), week));
            }
        }
        return Ask.counted("camp.ask.traits-together", AskOrigin.productDefault(), "weeks", weeks.size(), places);
    }

    /** Each week has its share of the traits; early weeks take the remainder. */
    private Ask evenSpread(Subject subject) {
        var weeks = weeksOf(subject);
        int steps = subject.steps().size();
        var places = new ArrayList<Shortfall>();
        for (GroupId team : camp.teams()) {
            for (int i = 0; i < weeks.size(); i++) {
                int share = Math.max(1, steps / weeks.size() + (i < steps % weeks.size() ? 1 : 0));
                int met = traitsOf(team, weeks.get(i), subject).size();
                if (met != share) {
                    places.add(Shortfall.at(Reason.of("camp.why.traits-in-week", met, share), team, weeks.get(i)));
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

    /** Returns the weeks in which teams have modules, in order. */
    private List<IsoWeek> weeksOf(Subject subject) {
        return subject.steps().isEmpty()
                ? List.of()
                : camp.days().stream()
                        .filter(day -> day.hasBlock(block -> block.kind() == Block.Kind.MODULE))
                        .map(FinishedCamp.FinishedCampDay::week)
                        .distinct()
                        .toList();
    }

    private Set<String> traitsOf(GroupId team, IsoWeek week, Subject subject) {
        Set<String> met = new HashSet<>();
        camp.heldModules().stream()
                .filter(module -> module.includesTeam(team)
                        && module.isHeldBySomebody()
                        && module.week().equals(week)
                        && module.meeting().subject().equals(subject.id()))
                .forEach(module -> met.addAll(stepsOf(module, subject)));
        return met;
    }

    /** Returns the steps that a module's form names, separated by commas. A step's own title may contain a comma. */
    private static List<String> stepsOf(DatedMeeting module, Subject subject) {
        String form = ", " + module.meeting().form() + ", ";
        return subject.steps().stream()
                .filter(step -> form.contains(", " + step + ", "))
                .toList();
    }
}
