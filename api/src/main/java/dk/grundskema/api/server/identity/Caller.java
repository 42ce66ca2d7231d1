package dk.grundskema.api.server.identity;

import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what that one may do where.
 *
 * @param account who
 * @param grants  what the account is where; organisations below have grants of their own in here, so that no tree need be walked
 * @param scopes  what the credential is limited to; all permissions for somebody who signed in
 */
public record Caller(AccountId account, List<Grant> grants, Set<Permission> scopes) {
    /**
     * What somebody is in one organisation.
     *
     * @param organisation where
     * @param role         what
     * @param staffId      which staff member of the organisation's plans this is; {@code null} unless the role is staff
     */
    public record Grant(
            OrganisationId organisation,
            Role role,
            @Nullable StaffId staffId) {}

    /** Copies list and set. */
    public Caller {
        grants = List.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    /** What the caller may do in an organisation; empty if it is a foreign one. */
    public Set<Permission> permissions(OrganisationId organisation) {
        return in(organisation)
                .flatMap(grant -> grant.role().permissions().stream())
                .filter(scopes::contains)
                .collect(Collectors.toSet());
    }

    /** Whether the caller has anything to do with an organisation. */
    public boolean knows(OrganisationId organisation) {
        return in(organisation).findAny().isPresent();
    }

    /** Which staff members the caller is in an organisation's plans; mostly one or none. */
    public Set<StaffId> staff(OrganisationId organisation) {
        return in(organisation).map(Grant::staffId).filter(id -> id != null).collect(Collectors.toSet());
    }

    /** Organisations in which the caller may do something. */
    public Set<OrganisationId> organisations(Permission permission) {
        return grants.stream()
                .map(Grant::organisation)
                .filter(organisation -> permissions(organisation).contains(permission))
                .collect(Collectors.toSet());
    }

    private Stream<Grant> in(OrganisationId organisation) {
        return grants.stream().filter(grant -> grant.organisation().equals(organisation));
    }

    /** Only the account's id. */
    @Override
    public String toString() {
        return account.value();
    }
}
