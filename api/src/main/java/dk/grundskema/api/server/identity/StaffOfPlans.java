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
     * The staff of an organisation's plans: those that people work by, then those that are in its lists. The latest plan of either comes first; of very
     * many plans only the latest are looked at.
     *
     * @return a person as often as there are plans that have them; empty if no plan has any staff
     */
    List<Member> staff(OrganisationId organisation);
}
