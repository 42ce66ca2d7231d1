package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and roles of people who signed in at an OpenID Connect issuer. */
@ParameterizedClass
@DatabaseSource
final class OidcAccountLinkerTest {
    private static final Map<String, Object> UNVERIFIED = Map.of("email_verified", false);

    private final Server server;
    private final TestSchool school;

    /** Address that no other test has. */
    private final String address;

    OidcAccountLinkerTest(TestDatabase database) {
        server = TestPlatform.on(database);
        school = TestSchool.create(server);
        address = "ny-" + school.id().toLowerCase(Locale.ROOT) + "@skole.example";
    }

    private Optional<Account> resolve(Map<ServiceSettingKey, String> settings, Map<String, Object> claims) {
        return new OidcAccountLinker(
                        server.bean(AccountRepository.class),
                        server.bean(GrantRepository.class),
                        server.bean(OrganisationRepository.class),
                        server.bean(IdGenerator.class),
                        server.bean(TransactionTemplate.class),
                        ServiceSettings.of(settings).get(OidcSettings.class))
                .resolveAccount(user(claims));
    }

    /** Returns the person of this test, with a verified address unless the claims say something else. */
    private OidcUser user(Map<String, Object> claims) {
        var all = new HashMap<String, Object>(
                Map.of("iss", "https://issuer.example", "sub", address, "email", address, "email_verified", true));
        all.putAll(claims);
        return new DefaultOidcUser(
                List.of(), new OidcIdToken("token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), all));
    }

    private AccountId addAccount(Map<String, Object> more) {
        var account = new HashMap<String, Object>(Map.of("name", "Kendt", "signInName", address));
        account.putAll(more);
        return new AccountId(String.valueOf(ServiceClient.administrator(server)
                .post(school.path() + "/accounts", account)
                .at("/id")));
    }

    private List<Grant> grants(Account account) {
        return server.bean(GrantRepository.class).findByAccount(account.id());
    }

    @Test
    void verifiedAddressLinksTheAccountAndLaterSignInsKeepTheLink() {
        AccountId account = addAccount(Map.of());
        assertThat(resolve(Map.of(), UNVERIFIED)).isEmpty();
        assertThat(resolve(Map.of(), Map.of())).map(Account::id).contains(account);
        assertThat(resolve(Map.of(), Map.of("email", "nyt-navn@skole.example", "email_verified", false)))
                .as("the same person by another address")
                .map(Account::id)
                .contains(account);
        assertThat(resolve(Map.of(), Map.of("sub", "somebody-else")))
                .as("another person who was given the address later")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "without-password"})
    void accountWithAPasswordIsNotLinkedByItsAddressUnlessThatIsSet(String match) {
        AccountId account = addAccount(Map.of("password", TestSchool.PASSWORD));
        var settings = Map.of(ServiceSettingKey.OIDC_MATCH, match, ServiceSettingKey.OIDC_CREATE, "true");
        assertThat(resolve(settings, Map.of())).isEmpty();

        var always = Map.of(ServiceSettingKey.OIDC_MATCH, "always");
        assertThat(resolve(always, UNVERIFIED)).isEmpty();
        assertThat(resolve(always, Map.of())).map(Account::id).contains(account);
        assertThat(resolve(always, Map.of("sub", "somebody-else"))).isEmpty();
    }

    @Test
    void accountOfANewPersonIsCreatedWithoutARoleIfThatIsSet() {
        assertThat(resolve(Map.of(), Map.of())).isEmpty();
        assertThat(server.bean(AccountRepository.class).findBySignInName(address))
                .isEmpty();
        var create = Map.of(ServiceSettingKey.OIDC_CREATE, "true");
        assertThat(resolve(create, UNVERIFIED)).isEmpty();

        Account made = resolve(create, Map.of("name", "Ny Ansat")).orElseThrow();

        assertThat(made.name()).isEqualTo("Ny Ansat");
        assertThat(made.signInName()).isEqualTo(address);
        assertThat(made.organisation()).isEqualTo(new OrganisationId("home"));
        assertThat(grants(made)).isEmpty();
        var given = new Grant(new OrganisationId(school.id()), Role.PLANNER, null);
        server.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> server.bean(GrantRepository.class).add(made.id(), given));
        assertThat(resolve(create, Map.of())).map(this::grants).contains(List.of(given));
    }

    @Test
    void accountOfANewPersonIsManagedByTheOrganisationThatIsSet() {
        var settings = Map.of(ServiceSettingKey.OIDC_CREATE, "true", ServiceSettingKey.OIDC_ORGANISATION, school.id());
        assertThat(resolve(settings, Map.of())).map(Account::organisation).contains(new OrganisationId(school.id()));
    }

    @Test
    void issuerClaimsReplaceRolesAtEachSignIn() {
        Map<ServiceSettingKey, String> settings = Map.of(
                ServiceSettingKey.OIDC_CREATE,
                "mapped",
                ServiceSettingKey.OIDC_CLAIM,
                "groups",
                ServiceSettingKey.OIDC_STAFF_CLAIM,
                "employee",
                ServiceSettingKey.OIDC_ROLES,
                "cn=planners,ou=x = home:planner; urn:skole:7=%s:READER;teachers = %s : staff"
                        .formatted(school.id(), school.id()));
        var here = new OrganisationId(school.id());
        assertThat(resolve(settings, Map.of("groups", List.of("something", "teachers"))))
                .as("the staff role without a staff id gives no access")
                .isEmpty();

        Account made = resolve(
                        settings,
                        Map.of("groups", List.of("urn:skole:7", "teachers", "planner"), "employee", "teacher-1"))
                .orElseThrow();

        assertThat(grants(made))
                .containsExactlyInAnyOrder(
                        new Grant(here, Role.READER, null), new Grant(here, Role.STAFF, new StaffId("teacher-1")));
        assertThat(resolve(settings, Map.of("groups", "cn=planners,ou=x")))
                .map(Account::id)
                .contains(made.id());
        assertThat(grants(made))
                .as("roles no longer claimed have ended")
                .extracting(Grant::role)
                .containsOnly(Role.PLANNER);
        assertThat(resolve(settings, Map.of())).map(Account::id).contains(made.id());
        assertThat(grants(made)).isEmpty();
    }
}
