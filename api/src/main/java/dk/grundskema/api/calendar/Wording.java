package dk.grundskema.api.calendar;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.spi.Decoration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;

/**
 * What a timetable alone can't say of itself.
 *
 * @param title       what the plan is called, whoever it names; empty means what its problem is called
 * @param names       turns the id of a group into its name, also of one that was formed
 * @param sites       where sessions are held that have no room; one that isn't named is at the only site, or nobody knows where
 * @param decorations how the meetings of interventions are told apart; one that isn't named looks neutral
 * @param bundles     texts of the core, the domain and the plugins in a language
 */
public record Wording(
        String title,
        Function<Object, Object> names,
        Map<SessionId, SiteId> sites,
        Map<InterventionId, Decoration> decorations,
        Function<Locale, List<ResourceBundle>> bundles) {
    /** The wording of a plan that is called as its problem is. */
    public Wording(
            Function<Object, Object> names,
            Map<SessionId, SiteId> sites,
            Map<InterventionId, Decoration> decorations,
            Function<Locale, List<ResourceBundle>> bundles) {
        this("", names, sites, decorations, bundles);
    }

    /** The same of a plan that is called otherwise. */
    public Wording called(String other) {
        return new Wording(other, names, sites, decorations, bundles);
    }

    /** Copies the maps. */
    public Wording {
        sites = Map.copyOf(sites);
        decorations = Map.copyOf(decorations);
    }
}
