package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a calendar is followed without signing in.
 *
 * @param id           names it
 * @param organisation whose it is
 * @param plan         of which plan; {@code null} means of no single one
 * @param kind         what it is to the calendar of
 * @param ownerId      id of that in the plan; of an organisation where there is no single plan
 * @param token        whoever has it may read; in no log, and in no {@link #toString}
 * @param language     language of what it says
 * @param created      when it was made
 * @param revoked      since when it answers nobody; {@code null} means that it does
 * @param seen         when that was published which somebody said to have seen; {@code null} means nothing yet
 */
public record Link(
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
     * Whose calendar of the plan it is to.
     *
     * @throws IllegalStateException if it is to that of no single plan
     */
    public CalendarOwner owner() {
        if (kind == LinkKind.YEAR) {
            throw new IllegalStateException("The link (%s) is to the year of an organisation.".formatted(id));
        }
        return kind == LinkKind.BUSY
                ? new CalendarOwner(CalendarOwner.Kind.STAFF, ownerId)
                : new CalendarOwner(CalendarOwner.Kind.valueOf(kind.name()), ownerId);
    }

    /** The id alone. */
    @Override
    public String toString() {
        return id.value();
    }
}
