package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.domain.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * What would be published.
 *
 * @param secret of what the ids of the plan's events are made
 * @param before the last publication; {@code null} means that there is none
 * @param next   what comes after it
 */
record Coming(String secret, @Nullable Published before, Published next) {
    /** What people call an owner: the one who is to come, or who was there. */
    String name(CalendarOwner owner, Language language) {
        return before == null || next.isThere(owner)
                ? next.events().name(owner, language)
                : before.events().name(owner, language);
    }

    /** Number of the last publication; 0 means that there is none. */
    int last() {
        return before == null ? 0 : before.publication().number();
    }
}
