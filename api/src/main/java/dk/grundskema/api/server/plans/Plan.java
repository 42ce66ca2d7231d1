package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import java.time.Instant;

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
 */
public record Plan(
        PlanId id,
        OrganisationId organisation,
        String title,
        long version,
        RevisionId head,
        RevisionId tip,
        Instant created) {}
