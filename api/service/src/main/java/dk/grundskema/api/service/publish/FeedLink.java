package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a calendar that can be followed without signing in.
 *
 * @param id           id of the link
 * @param organisation organisation of the calendar
 * @param plan         plan of the calendar; {@code null} for the year of an organisation
 * @param kind         kind of calendar
 * @param ownerId      id of the owner in the plan; for a year, id of the organisation
 * @param token        secret that grants read access; must not be logged and is not part of {@link #toString}
 * @param language     language of the calendar
 * @param created      when the link was created
 * @param revoked      when the link was revoked; {@code null} if it works
 * @param seen         publication moment of the last news that the reader confirmed; {@code null} if none
 */
public record FeedLink(
        LinkId id,
        OrganisationId organisation,
        @Nullable PlanId plan,
        LinkKind kind,
        String ownerId,
        String token,
        Language language,
        Instant created,
        @Nullable Instant revoked,
        @Nullable Instant seen) {
    /**
     * Returns the owner of the calendar.
     *
     * @throws IllegalStateException if the link is to the year of an organisation, not to a plan
     */
    public CalendarOwner owner() {
        if (kind == LinkKind.YEAR) {
            throw new IllegalStateException("The link (%s) is to the year of an organisation.".formatted(id));
        }
        return kind == LinkKind.BUSY
                ? new CalendarOwner(CalendarOwner.Kind.STAFF, ownerId)
                : new CalendarOwner(CalendarOwner.Kind.valueOf(kind.name()), ownerId);
    }

    /** Returns only the id. */
    @Override
    public String toString() {
        return id.value();
    }
}
