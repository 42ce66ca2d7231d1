package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.OrganisationId;
import java.util.List;

/** Lists the staff of plans, so that administrators can link accounts to staff members. */
@FunctionalInterface
public interface PlanStaffDirectory {
    /**
     * A staff member of a plan.
     *
     * @param id   id in the plans
     * @param name name in the plan
     * @param plan title of the plan
     */
    record Member(String id, String name, String plan) {
        /** Returns only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * The staff that was found.
     *
     * @param members staff members, once for each plan that has them; empty if no plan has any staff
     * @param isAll   whether all plans were read, so that the list is complete
     */
    record KnownStaff(List<Member> members, boolean isAll) {
        /** Copies the list. */
        public KnownStaff {
            members = List.copyOf(members);
        }
    }

    /**
     * Returns the staff of the plans of an organisation and of all below it, because roles apply there too: first from plans in use, then from other
     * plans that are not archived. Within both, the latest plan comes first; if there are very many plans, only the first ones are read.
     */
    KnownStaff findStaff(OrganisationId organisation);
}
