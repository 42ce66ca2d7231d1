package dk.grundskema.api.exports.calendar;

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
 * Names and texts for calendars that the timetable does not contain.
 *
 * @param title       title of the plan, which may contain people's names; empty means the problem's title
 * @param names       returns the name for the id of a group, including formed groups
 * @param sites       sites of sessions without a room; a session that is missing is at the only site, or its site is unknown
 * @param decorations styles of the meetings of interventions; one that is missing looks neutral
 * @param bundles     texts of the core, the domain and the plugins in a language
 */
public record CalendarWording(
        String title,
        Function<Object, Object> names,
        Map<SessionId, SiteId> sites,
        Map<InterventionId, Decoration> decorations,
        Function<Locale, List<ResourceBundle>> bundles) {
    /** Creates the wording of a plan with the title of its problem. */
    public CalendarWording(
            Function<Object, Object> names,
            Map<SessionId, SiteId> sites,
            Map<InterventionId, Decoration> decorations,
            Function<Locale, List<ResourceBundle>> bundles) {
        this("", names, sites, decorations, bundles);
    }

    /** Returns a copy with another title. */
    public CalendarWording withTitle(String other) {
        return new CalendarWording(other, names, sites, decorations, bundles);
    }

    /** Copies the maps. */
    public CalendarWording {
        sites = Map.copyOf(sites);
        decorations = Map.copyOf(decorations);
    }
}
