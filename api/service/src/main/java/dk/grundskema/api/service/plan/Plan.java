package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan. Its content is in its head revision.
 *
 * @param id           id
 * @param organisation id of the organisation
 * @param title        title
 * @param version      number incremented by each change, which changes are based on
 * @param head         id of the current revision
 * @param tip          id of the revision that redo leads towards; the head unless something was undone
 * @param created      when it was created
 * @param family       id of the plan that it directly or indirectly is a scenario of; its own id if none
 * @param inUse        whether it is in use, so that it binds people in other plans
 * @param archived     when it was archived; {@code null} if it is listed
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
