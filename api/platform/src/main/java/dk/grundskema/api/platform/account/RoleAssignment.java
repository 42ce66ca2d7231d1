package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.RefusalException;
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
record RoleAssignment(Role role, @Nullable StaffId staff) {
    /** Returns the assignment of an existing grant. */
    static RoleAssignment of(Grant grant) {
        return new RoleAssignment(grant.role(), grant.staffId());
    }

    /** Returns the grant of this role in an organisation. */
    Grant toGrant(OrganisationId organisation) {
        return new Grant(organisation, role, staff);
    }

    /** @throws RefusalException 422 with all errors in the roles */
    static void requireValid(List<RoleAssignment> roles) {
        var findings = new ArrayList<Finding>();
        var seen = EnumSet.noneOf(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            RoleAssignment one = roles.get(i);
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
            throw RefusalException.unusable(findings);
        }
    }
}
