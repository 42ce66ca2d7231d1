package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestSchool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callers of a school's service, one of each kind. */
final class TestCallers {
    private final TestSchool school;
    private final TestSchool other;

    /**
     * @param school the school
     * @param other  organisation of the callers without permissions in the school
     */
    TestCallers(TestSchool school, TestSchool other) {
        this.school = school;
        this.other = other;
    }

    /** Returns all callers: roles, scopes, anonymous callers, and callers of another organisation. */
    List<TestCaller> all() {
        var all = new ArrayList<TestCaller>();
        all.add(new TestCaller("nobody", "", false, false, Set.of()));
        all.add(new TestCaller("an unknown token", "unknown", false, false, Set.of()));
        for (Role role : Role.values()) {
            String account = school.addPerson(role).id();
            all.add(walker(role.name(), account, EnumSet.allOf(Permission.class), null, true, role.permissions()));
        }
        String administrator = school.addPerson(Role.ADMINISTRATOR).id();
        all.add(new TestCaller("an expired token", expired(administrator), false, false, Set.of()));
        all.add(new TestCaller("a revoked token", revoked(administrator), false, false, Set.of()));
        all.add(new TestCaller("a session sent as a token", session(administrator), false, false, Set.of()));
        for (Permission scope : EnumSet.complementOf(EnumSet.of(Permission.NONE))) {
            Set<Permission> only = EnumSet.of(scope);
            all.add(walker("an administrator's token for " + scope, administrator, only, null, true, only));
        }
        all.add(walker(
                "an administrator of another school",
                other.addPerson(Role.ADMINISTRATOR).id(),
                EnumSet.allOf(Permission.class),
                null,
                false,
                Set.of()));
        all.add(walker(
                "an administrator of all, with a token for another school",
                firstAdministrator(),
                EnumSet.allOf(Permission.class),
                new OrganisationId(other.id()),
                false,
                Set.of()));
        all.add(walker(
                "somebody without any role",
                school.addPerson().id(),
                EnumSet.allOf(Permission.class),
                null,
                false,
                Set.of()));
        return all;
    }

    private String firstAdministrator() {
        return (String)
                ServiceClient.administrator(school.server()).get("/api/v1/me").at("/account");
    }

    private TestCaller walker(
            String name,
            String account,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            boolean isAtHome,
            Set<Permission> has) {
        var may = EnumSet.noneOf(Permission.class);
        may.addAll(has);
        if (scopes.contains(Permission.ACCOUNT)) {
            may.add(Permission.ACCOUNT);
        }
        if (!name.startsWith(Role.STAFF.name())) {
            may.remove(Permission.OWN); // no administrator is a member of staff by that alone
        }
        String secret = SecretHash.hash(name + school.id());
        add(account, Kind.TOKEN, scopes, limit, Duration.ofHours(1), secret);
        return new TestCaller(name, secret, true, isAtHome, may);
    }

    private Credential add(
            String account,
            Kind kind,
            Set<Permission> scopes,
            @Nullable OrganisationId limit,
            Duration lasts,
            String secret) {
        Instant now = TestClock.now();
        var credential = new Credential(
                SecretHash.hash("id " + secret),
                new AccountId(account),
                kind,
                "",
                scopes,
                limit,
                now.minus(Duration.ofHours(1)),
                now.plus(lasts),
                null);
        school.server().bean(CredentialRepository.class).add(credential, secret);
        return credential;
    }

    private String expired(String account) {
        add(
                account,
                Kind.TOKEN,
                EnumSet.allOf(Permission.class),
                null,
                Duration.ofSeconds(-1),
                "expired" + school.id());
        return "expired" + school.id();
    }

    private String revoked(String account) {
        String secret = "revoked" + school.id();
        Credential made = add(account, Kind.TOKEN, EnumSet.allOf(Permission.class), null, Duration.ofHours(1), secret);
        school.server().bean(CredentialRepository.class).revoke(made.id());
        return secret;
    }

    private String session(String account) {
        String secret = "session" + school.id();
        add(account, Kind.SESSION, EnumSet.allOf(Permission.class), null, Duration.ofHours(1), secret);
        return secret;
    }
}
