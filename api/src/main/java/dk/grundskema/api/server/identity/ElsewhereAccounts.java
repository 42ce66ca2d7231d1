package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose account it is that an issuer knows. The first time it is found by the address, if the issuer has verified it and the settings allow it; from then
 * on by what the issuer calls the person, which doesn't change when the address does. What the issuer says of the person makes it something here.
 */
@Component
class ElsewhereAccounts {
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final Grants grants;
    private final Organisations organisations;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final Said said;

    ElsewhereAccounts(
            Accounts accounts,
            Grants grants,
            Organisations organisations,
            FreshIds ids,
            TransactionTemplate transaction,
            Said said) {
        this.accounts = accounts;
        this.grants = grants;
        this.organisations = organisations;
        this.ids = ids;
        this.transaction = transaction;
        this.said = said;
    }

    /** What the settings say of people whom an issuer knows. */
    @Component
    static final class Said {
        private final String creates;
        private final String matches;
        private final String claim;
        private final String staffClaim;
        private final String keeper;
        private final ClaimedRoles roles;

        Said(
                @Value("${grundskema.oidc.create-accounts:false}") String creates,
                @Value("${grundskema.oidc.match-address:without-password}") String matches,
                @Value("${grundskema.oidc.claim:}") String claim,
                @Value("${grundskema.oidc.staff-claim:}") String staffClaim,
                @Value("${grundskema.oidc.organisation:}") String keeper,
                @Value("${grundskema.oidc.roles:}") String roles) {
            this.creates = creates;
            this.matches = matches;
            this.claim = claim;
            this.staffClaim = staffClaim;
            this.keeper = keeper;
            this.roles = ClaimedRoles.read(roles).orElseThrow(() -> new IllegalStateException("oidc.roles: " + roles));
        }

        private boolean matches(Account account) {
            return matches.equals("always") || (matches.equals("without-password") && !account.hasPassword());
        }

        private boolean creates(Set<Grant> given) {
            return creates.equals("true") || (creates.equals("mapped") && !given.isEmpty());
        }

        private Set<Grant> given(OidcUser user) {
            return claim.isEmpty() ? Set.of() : roles.of(values(user.getClaims().get(claim)), staff(user));
        }

        private @Nullable StaffId staff(OidcUser user) {
            List<String> named =
                    staffClaim.isEmpty() ? List.of() : values(user.getClaims().get(staffClaim));
            try {
                return named.size() == 1 ? new StaffId(named.getFirst()) : null;
            } catch (InvalidValueException e) {
                return null; // nobody here is called so
            }
        }

        private static List<String> values(@Nullable Object claimed) {
            return switch (claimed) {
                case null -> List.of();
                case Collection<?> many -> many.stream().map(String::valueOf).toList();
                default -> List.of(String.valueOf(claimed));
            };
        }
    }

    /** The person's account, which is what the issuer says that it is; empty if there is none and none is made, or it is closed. */
    Optional<Account> of(OidcUser user) {
        try {
            return found(user);
        } catch (DuplicateKeyException e) {
            return found(user); // another worker made it at the same moment
        }
    }

    private Optional<Account> found(OidcUser user) {
        return transaction.execute(status -> {
            String person = Secrets.hash(user.getIssuer() + " " + user.getSubject());
            Set<Grant> given = known(said.given(user));
            Optional<Account> account = accounts.elsewhere(person)
                    .or(() -> verified(user).flatMap(address -> byAddress(address, person, user, given)))
                    .filter(Account::active);
            account.ifPresent(one -> grants.setElsewhere(one.id(), given));
            return account;
        });
    }

    private static Optional<String> verified(OidcUser user) {
        return Optional.ofNullable(user.getEmail())
                .filter(address -> !address.isBlank() && Boolean.TRUE.equals(user.getEmailVerified()));
    }

    private Optional<Account> byAddress(String address, String person, OidcUser user, Set<Grant> given) {
        Optional<Account> known = accounts.named(address);
        if (known.isPresent()) {
            return known.filter(Account::active)
                    .filter(said::matches)
                    .filter(account -> accounts.link(account.id(), person));
        }
        Optional<OrganisationId> keeper = keeper();
        if (keeper.isEmpty() || !said.creates(given)) {
            return Optional.empty();
        }
        var id = new AccountId(ids.id());
        accounts.add(id, keeper.get(), name(user, address), address, null);
        accounts.link(id, person);
        return accounts.find(id);
    }

    private static String name(OidcUser user, String address) {
        String name = user.getFullName();
        String called = name == null || name.isBlank() ? address : name.strip();
        return called.substring(0, Math.min(LONGEST_NAME, called.length()));
    }

    /** An organisation that isn't there any more gives nobody anything. */
    private Set<Grant> known(Set<Grant> given) {
        return given.stream()
                .filter(grant -> organisations.find(grant.organisation()).isPresent())
                .collect(Collectors.toSet());
    }

    /** Whose administrators keep new accounts: by the settings, or else those at the top. */
    private Optional<OrganisationId> keeper() {
        return organisations.all().stream()
                .filter(one -> said.keeper.isEmpty()
                        ? one.parent() == null
                        : one.id().value().equals(said.keeper))
                .map(Organisation::id)
                .findFirst();
    }
}
