package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tokens. A token that is made by means of another one is no more than that one: not in scope, place or time. */
@Component
class Tokens {
    /** Longest time that a token lasts. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** Most tokens of an account that can be used at the same time. */
    static final int MOST = 50;

    private final Accounts accounts;
    private final Credentials credentials;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Tokens(
            Accounts accounts,
            Credentials credentials,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A token with its secret, which is told this once.
     *
     * @param credential the token
     * @param secret     what programs send
     */
    record Fresh(Credential credential, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /**
     * Makes a token of the caller's.
     *
     * @param by what the caller is known by
     * @throws Refusal 401 if what the caller is known by ended meanwhile, 403 if it would be more than what the caller is known by, 409 if there are too many, 422 if its time can't be
     */
    Fresh create(
            Caller caller,
            Credential by,
            String name,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            Instant expires) {
        Instant now = clock.instant();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw Refusal.unusable("token.expiry", "/expires", LONGEST.toDays());
        }
        OrganisationId within = limit == null ? by.limit() : limit;
        if (within != null && !caller.knows(within)) {
            throw Refusal.unusable("token.organisation-unknown", "/organisation", within);
        }
        boolean lastsLonger = by.kind() == Kind.TOKEN && expires.isAfter(by.expires());
        if (lastsLonger || !caller.scopes().containsAll(scopes)) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "token.above-you");
        }
        return transaction.execute(status -> {
            accounts.lock(caller.account());
            credentials.requireGood(by);
            if (credentials.tokens(caller.account()).size() >= MOST) {
                throw Refusal.conflict("token.too-many", MOST);
            }
            return add(caller.account(), name, scopes, within, expires, ids.secret());
        });
    }

    /** Keeps a token of the first administrator whose secret was given from outside. */
    void add(AccountId account, String name, Instant expires, String secret) {
        add(account, name, EnumSet.allOf(Permission.class), null, expires, secret);
    }

    private Fresh add(
            AccountId account,
            String name,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            Instant expires,
            String secret) {
        var credential =
                new Credential(ids.id(), account, Kind.TOKEN, name, scopes, limit, clock.instant(), expires, null);
        credentials.add(credential, secret);
        return new Fresh(credential, secret);
    }
}
