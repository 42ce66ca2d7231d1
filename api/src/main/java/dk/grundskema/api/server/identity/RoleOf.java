package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be in an organisation.
 *
 * @param role  what the account may do there and in all organisations below
 * @param staff which staff member of the organisation's plans; only with the role staff, and then always
 */
record RoleOf(Role role, @Nullable StaffId staff) {
    /** What somebody is already. */
    static RoleOf of(Grant grant) {
        return new RoleOf(grant.role(), grant.staffId());
    }

    /** The same, said of an organisation. */
    Grant in(OrganisationId organisation) {
        return new Grant(organisation, role, staff);
    }

    /** @throws Refusal 422 with everything that is wrong with roles */
    static void check(List<RoleOf> roles) {
        var findings = new ArrayList<Finding>();
        var seen = EnumSet.noneOf(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            RoleOf one = roles.get(i);
            if (!seen.add(one.role())) {
                findings.add(Finding.error(
                        "role.twice", "/roles/" + i + "/role", one.role().name()));
            }
            if (one.role() == Role.STAFF && one.staff() == null) {
                findings.add(Finding.error("role.staff-missing", "/roles/" + i));
            }
            if (one.role() != Role.STAFF && one.staff() != null) {
                findings.add(Finding.error("role.staff-superfluous", "/roles/" + i + "/staff"));
            }
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
    }
}
