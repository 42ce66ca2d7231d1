package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands.
 *
 * @param id           which
 * @param organisation whose it is
 * @param title        what people call it
 * @param version      counts its changes; what a change is based on
 * @param head         the revision that it is at
 * @param tip          the revision that redo leads towards; the head itself if nothing was undone
 * @param created      when it was made
 * @param family       the first of the plans that it is a scenario of, however far back; itself if it is none
 * @param inUse        whether people work by it, so that it binds them in other plans
 * @param archived     when it was taken out of lists; {@code null} means that it is in them
 */
public record Plan(
        PlanId id,
        OrganisationId organisation,
        String title,
        long version,
        RevisionId head,
        RevisionId tip,
        Instant created,
        PlanId family,
        boolean inUse,
        @Nullable Instant archived) {}
