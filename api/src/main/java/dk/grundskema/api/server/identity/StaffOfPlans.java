package dk.grundskema.api.server.identity;

import java.util.List;

/** Knows whom plans have as staff, for those who say which of them somebody is who signs in. */
@FunctionalInterface
public interface StaffOfPlans {
    /**
     * Somebody whom a plan has as staff.
     *
     * @param id   by which plans know the person
     * @param name what the plan calls the person
     * @param plan title of the plan
     */
    record Member(String id, String name, String plan) {
        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Who is known.
     *
     * @param members a person as often as there are plans that have them; empty if no plan has any staff
     * @param isAll   whether all plans were looked at, so that there is nobody else
     */
    record Known(List<Member> members, boolean isAll) {
        /** Copies the list. */
        public Known {
            members = List.copyOf(members);
        }
    }

    /**
     * The staff of the plans of an organisation and of all below it, as roles hold there, too: of those that people work by, then of those that are in
     * lists. The latest plan of either comes first; of very many plans only the latest are looked at.
     */
    Known staff(OrganisationId organisation);
}
