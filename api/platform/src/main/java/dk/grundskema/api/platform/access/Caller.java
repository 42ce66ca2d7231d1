package dk.grundskema.api.platform.access;

import dk.grundskema.domain.people.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account that makes a request, with its roles and the limits of its credential.
 *
 * @param account id of the account
 * @param grants  roles of the account; organisations further down have their own entries, so no tree has to be searched
 * @param scopes  permissions that the credential is limited to; all permissions for a session
 */
public record Caller(AccountId account, List<Grant> grants, Set<Permission> scopes) {
    /**
     * A role in one organisation.
     *
     * @param organisation the organisation
     * @param role         the role
     * @param staffId      the staff member in the organisation's plans that the account belongs to; {@code null} unless the role is staff
     */
    public record Grant(
            OrganisationId organisation,
            Role role,
            @Nullable StaffId staffId) {}

    /** Copies the list and the set. */
    public Caller {
        grants = List.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    /** Returns the caller's permissions in an organisation; empty if the caller has no role there. */
    public Set<Permission> permissionsIn(OrganisationId organisation) {
        return grantsIn(organisation)
                .flatMap(grant -> grant.role().permissions().stream())
                .filter(scopes::contains)
                .collect(Collectors.toSet());
    }

    /** Returns whether the caller has a role in the organisation. */
    public boolean belongsTo(OrganisationId organisation) {
        return grantsIn(organisation).findAny().isPresent();
    }

    /** Returns the staff members in an organisation's plans that the caller is; mostly one or none. */
    public Set<StaffId> staffIdsIn(OrganisationId organisation) {
        return grantsIn(organisation)
                .map(Grant::staffId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    /**
     * A staff member of an organisation's plans.
     *
     * @param organisation the organisation
     * @param staff        id in its plans
     */
    public record OwnStaff(OrganisationId organisation, StaffId staff) {
        /** Returns values for an SQL condition {@code (organisation, staff) IN (:people)}. */
        public static List<Object[]> rowValues(Collection<OwnStaff> people) {
            return people.stream()
                    .map(one -> new Object[] {
                        one.organisation().value(), one.staff().value()
                    })
                    .toList();
        }

        /** Returns only the organisation. */
        @Override
        public String toString() {
            return organisation.value();
        }
    }

    /** Returns the staff members that the caller is and whose data the caller may see, in all organisations. */
    public Set<OwnStaff> ownStaff() {
        return organisationsWith(Permission.OWN).stream()
                .flatMap(organisation ->
                        staffIdsIn(organisation).stream().map(staff -> new OwnStaff(organisation, staff)))
                .collect(Collectors.toSet());
    }

    /** Returns the organisations in which the caller has the permission. */
    public Set<OrganisationId> organisationsWith(Permission permission) {
        return grants.stream()
                .map(Grant::organisation)
                .filter(organisation -> permissionsIn(organisation).contains(permission))
                .collect(Collectors.toSet());
    }

    private Stream<Grant> grantsIn(OrganisationId organisation) {
        return grants.stream().filter(grant -> grant.organisation().equals(organisation));
    }

    /** Returns only the account's id. */
    @Override
    public String toString() {
        return account.value();
    }
}
