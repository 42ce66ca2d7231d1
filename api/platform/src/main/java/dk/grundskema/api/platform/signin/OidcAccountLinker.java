package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds or creates the account of a person who signed in with OpenID Connect. At the first sign-in the account is found by e-mail address, if the
 * issuer has verified the address and the settings allow it. Later it is found by a hash of issuer and subject, which do not change with the address.
 * The issuer's claims determine the roles of the account.
 */
@Component
class OidcAccountLinker {
    private static final int LONGEST_NAME = 200;

    private final AccountRepository accounts;
    private final GrantRepository grants;
    private final OrganisationRepository organisations;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;
    private final OidcSettings settings;

    OidcAccountLinker(
            AccountRepository accounts,
            GrantRepository grants,
            OrganisationRepository organisations,
            IdGenerator ids,
            TransactionTemplate transaction,
            OidcSettings settings) {
        this.accounts = accounts;
        this.grants = grants;
        this.organisations = organisations;
        this.ids = ids;
        this.transaction = transaction;
        this.settings = settings;
    }

    private boolean mayLink(Account account) {
        return settings.matchAddress().equals("always")
                || (settings.matchAddress().equals("without-password") && !account.hasPassword());
    }

    private boolean mayCreate(Set<Grant> given) {
        return settings.createAccounts().equals("true")
                || (settings.createAccounts().equals("mapped") && !given.isEmpty());
    }

    private Set<Grant> grantsFor(OidcUser user) {
        return settings.claim().isEmpty()
                ? Set.of()
                : settings.roles().grantsFor(claimValues(user.getClaims().get(settings.claim())), staffIdOf(user));
    }

    private @Nullable StaffId staffIdOf(OidcUser user) {
        List<String> named = settings.staffClaim().isEmpty()
                ? List.of()
                : claimValues(user.getClaims().get(settings.staffClaim()));
        try {
            return named.size() == 1 ? new StaffId(named.getFirst()) : null;
        } catch (InvalidValueException e) {
            return null; // not an id of a staff member
        }
    }

    private static List<String> claimValues(@Nullable Object claimed) {
        return switch (claimed) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(claimed));
        };
    }

    /** Returns the person's account, with its roles updated from the claims; empty if there is none and none may be created, or if it is closed. */
    Optional<Account> resolveAccount(OidcUser user) {
        try {
            return findOrCreate(user);
        } catch (DuplicateKeyException e) {
            return findOrCreate(user); // another process created it at the same time
        }
    }

    private Optional<Account> findOrCreate(OidcUser user) {
        return transaction.execute(status -> {
            String person = SecretHash.hash(user.getIssuer() + " " + user.getSubject());
            Set<Grant> given = withExistingOrganisations(grantsFor(user));
            Optional<Account> account = accounts.findByOidcSubject(person)
                    .or(() -> verifiedAddress(user)
                            .flatMap(address -> linkOrCreateByAddress(address, person, user, given)))
                    .filter(Account::active);
            account.ifPresent(one -> grants.replaceOidcGrants(one.id(), given));
            return account;
        });
    }

    private static Optional<String> verifiedAddress(OidcUser user) {
        return Optional.ofNullable(user.getEmail())
                .filter(address -> !address.isBlank() && Boolean.TRUE.equals(user.getEmailVerified()));
    }

    private Optional<Account> linkOrCreateByAddress(String address, String person, OidcUser user, Set<Grant> given) {
        Optional<Account> known = accounts.findBySignInName(address);
        if (known.isPresent()) {
            return known.filter(Account::active)
                    .filter(this::mayLink)
                    .filter(account -> accounts.linkOidcSubject(account.id(), person));
        }
        Optional<OrganisationId> keeper = keeperOrganisation();
        if (keeper.isEmpty() || !mayCreate(given)) {
            return Optional.empty();
        }
        var id = new AccountId(ids.newId());
        accounts.add(id, keeper.get(), displayName(user, address), address, null);
        accounts.linkOidcSubject(id, person);
        return accounts.find(id);
    }

    private static String displayName(OidcUser user, String address) {
        String name = user.getFullName();
        String called = name == null || name.isBlank() ? address : name.strip();
        return called.substring(0, Math.min(LONGEST_NAME, called.length()));
    }

    /** Removes the roles in organisations that no longer exist. */
    private Set<Grant> withExistingOrganisations(Set<Grant> given) {
        return given.stream()
                .filter(grant -> organisations.find(grant.organisation()).isPresent())
                .collect(Collectors.toSet());
    }

    /** Returns the organisation that manages new accounts: as configured, or else the top-level one. */
    private Optional<OrganisationId> keeperOrganisation() {
        return organisations.all().stream()
                .filter(one -> settings.organisation().isEmpty()
                        ? one.parent() == null
                        : one.id().value().equals(settings.organisation()))
                .map(Organisation::id)
                .findFirst();
    }
}
