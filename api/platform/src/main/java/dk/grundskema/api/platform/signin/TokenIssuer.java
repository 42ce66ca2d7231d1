package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates API tokens. A token that is created with another token has at most that token's scopes, organisation and validity. */
@Component
public class TokenIssuer {
    /** Longest validity of a token. */
    static final Duration MAX_LIFETIME = Duration.ofDays(366);

    /** Maximum number of valid tokens of an account. */
    static final int MAX_TOKENS = 50;

    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    TokenIssuer(
            AccountRepository accounts,
            CredentialRepository credentials,
            IdGenerator ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new token with its secret, which is shown only once.
     *
     * @param credential the token
     * @param secret     the secret that programs send
     */
    record IssuedToken(Credential credential, String secret) {
        /** Omits the secret. */
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /**
     * Creates a token for the caller.
     *
     * @param by credential of the caller
     * @throws dk.grundskema.domain.finding.InvalidValueException if the name is invalid, or there is no scope
     * @throws RefusalException 401 if that credential has ended, 403 if the token would exceed it, 409 if there are too many tokens, 422 if the expiry
     *     time is invalid
     */
    IssuedToken create(
            Caller caller,
            Credential by,
            String name,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            Instant expires) {
        requireValid(name, scopes);
        Instant now = clock.instant();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(MAX_LIFETIME))) {
            throw RefusalException.unusable("token.expiry", "/expires", MAX_LIFETIME.toDays());
        }
        OrganisationId within = limit == null ? by.limit() : limit;
        if (within != null && !caller.belongsTo(within)) {
            throw RefusalException.unusable("token.organisation-unknown", "/organisation", within);
        }
        boolean lastsLonger = by.kind() == Kind.TOKEN && expires.isAfter(by.expires());
        if (lastsLonger || !caller.scopes().containsAll(scopes)) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "token.above-you");
        }
        return transaction.execute(status -> {
            accounts.lock(caller.account());
            credentials.requireValid(by);
            if (credentials.findTokens(caller.account()).size() >= MAX_TOKENS) {
                throw RefusalException.conflict("token.too-many", MAX_TOKENS);
            }
            return add(caller.account(), name, scopes, within, expires, ids.newSecret());
        });
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is invalid, or there is no scope */
    static void requireValid(String name, Set<Permission> scopes) {
        new RecordValidator().name("name", name).notEmpty("scopes", scopes).throwIfInvalid();
    }

    /** Stores a token of the first administrator with a secret from the configuration. */
    public void add(AccountId account, String name, Instant expires, String secret) {
        add(account, name, EnumSet.allOf(Permission.class), null, expires, secret);
    }

    private IssuedToken add(
            AccountId account,
            String name,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            Instant expires,
            String secret) {
        var credential =
                new Credential(ids.newId(), account, Kind.TOKEN, name, scopes, limit, clock.instant(), expires, null);
        credentials.add(credential, secret);
        return new IssuedToken(credential, secret);
    }
}
