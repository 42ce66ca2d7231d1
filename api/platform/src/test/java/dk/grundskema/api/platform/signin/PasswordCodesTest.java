package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.account.PasswordService;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Expiry of password codes, and the credentials that end when a password changes. */
final class PasswordCodesTest {
    private static final String CHOSEN = "en helt anden adgangskode";

    private static TestSchool school(TestDatabase database) {
        return TestSchool.create(TestPlatform.on(database));
    }

    private static String code(ServiceClient administrator, Person person) {
        Answer drawn = administrator.post(person.path() + "/password-code", Map.of());
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(200);
        return String.valueOf(drawn.at("/passwordCode"));
    }

    private static Answer choose(Person person, String code) {
        return ServiceClient.anonymous(person.school().server())
                .post("/api/v1/password", Map.of("code", code, "password", CHOSEN));
    }

    private static void assertRefused(Person person, String code) {
        Answer refused = choose(person, code);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.at("/code")).isEqualTo("password.code-unknown");
        assertThat(person.signIn().status()).as("the password is as it was").isEqualTo(200);
    }

    private static void setRoles(ServiceClient by, String account, Role... roles) {
        List<Map<String, String>> asked =
                Arrays.stream(roles).map(role -> Map.of("role", role.name())).toList();
        Answer set = by.withHeader("If-Match", by.get(account).tag()).put(account + "/roles", Map.of("roles", asked));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    private static String token(ServiceClient browser) {
        Answer made = browser.post(
                "/api/v1/me/tokens",
                Map.of(
                        "name",
                        "Et program",
                        "scopes",
                        List.of("READ"),
                        "expires",
                        TestClock.now().plus(Duration.ofDays(1)).toString()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return String.valueOf(made.at("/token"));
    }

    private static int status(Person person, String token) {
        return ServiceClient.anonymous(person.school().server())
                .withToken(token)
                .get("/api/v1/me")
                .status();
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeFromBeforeAPromotionSetsNoPassword(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        String code = code(school.addPerson(Role.ADMINISTRATOR).browser(), person);
        ServiceClient municipality = ServiceClient.administrator(school.server());
        String atHome = "/api/v1/organisations/home/accounts/" + person.id();
        Answer promoted = municipality
                .withHeader("If-Match", municipality.get(person.path()).tag())
                .put(atHome + "/roles", Map.of("roles", List.of(Map.of("role", "ADMINISTRATOR"))));
        assertThat(promoted.status()).as(promoted.body()).isEqualTo(200);
        assertRefused(person, code);
        setRoles(municipality, atHome);
        assertRefused(person, code);
    }

    /** A school's administrator may have created them, and would gain the permissions that the municipality grants. */
    @ParameterizedTest
    @DatabaseSource
    void sessionsAndTokensFromBeforeAPromotionAboveTheSchoolEnd(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient browser = person.browser();
        String token = token(browser);
        setRoles(school.addPerson(Role.ADMINISTRATOR).browser(), person.path(), Role.READER, Role.PLANNER);
        assertThat(status(person, token)).as("after a role at the school").isEqualTo(200);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        ServiceClient municipality = ServiceClient.administrator(school.server());
        Answer promoted = municipality
                .withHeader("If-Match", municipality.get(person.path()).tag())
                .put(
                        "/api/v1/organisations/home/accounts/" + person.id() + "/roles",
                        Map.of("roles", List.of(Map.of("role", "READER"))));
        assertThat(promoted.status()).as(promoted.body()).isEqualTo(200);
        assertThat(status(person, token)).as("after a role above it").isEqualTo(401);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(person.signIn().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeEndsWithAnyRightThatTheAccountGainsAndWithNoOtherChangeOfRoles(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER, Role.COORDINATOR);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        String before = code(administrator, person);
        setRoles(administrator, person.path(), Role.READER, Role.PLANNER);
        assertRefused(person, before);
        String after = code(administrator, person);
        setRoles(administrator, person.path(), Role.READER);
        assertThat(choose(person, after).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeEndsWhenAnIssuerGivesTheAccountARoleAndNotWhenItRepeatsItself(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson();
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        GrantRepository grants = school.server().bean(GrantRepository.class);
        Set<Caller.Grant> said = Set.of(new Caller.Grant(new OrganisationId(school.id()), Role.PLANNER, null));
        String before = code(administrator, person);
        grants.replaceOidcGrants(new AccountId(person.id()), said);
        assertRefused(person, before);
        String after = code(administrator, person);
        grants.replaceOidcGrants(new AccountId(person.id()), said);
        assertThat(choose(person, after).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeIsWorthNoMoreThanTheAdministratorWhoDrewIt(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient municipality = ServiceClient.administrator(school.server());
        Person demoted = school.addPerson(Role.ADMINISTRATOR);
        String ofDemoted = code(demoted.browser(), person);
        setRoles(municipality, demoted.path(), Role.PLANNER);
        assertRefused(person, ofDemoted);
        Person closed = school.addPerson(Role.ADMINISTRATOR);
        String ofClosed = code(closed.browser(), person);
        Answer shut = municipality
                .withHeader("If-Match", municipality.get(closed.path()).tag())
                .put(closed.path(), Map.of("name", "X", "signInName", closed.signInName(), "active", false));
        assertThat(shut.status()).as(shut.body()).isEqualTo(200);
        assertRefused(person, ofClosed);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeEndsWhenThePasswordIsChanged(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        String code = code(school.addPerson(Role.ADMINISTRATOR).browser(), person);
        Answer changed = person.browser()
                .put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", CHOSEN + " til"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        assertThat(choose(person, code).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeEndsSessionsAndTokens(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient browser = person.browser();
        String token = token(browser);
        assertThat(status(person, token)).isEqualTo(200);
        String code = code(school.addPerson(Role.ADMINISTRATOR).browser(), person);
        assertThat(choose(person, code).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(status(person, token)).isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void anOwnChangeOfPasswordEndsOtherSessionsAndNoToken(TestDatabase database) {
        Person person = school(database).addPerson(Role.READER);
        ServiceClient browser = person.browser();
        ServiceClient other = person.browser();
        String token = token(browser);
        Answer changed = browser.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", CHOSEN));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(status(person, token)).isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSecondCodeEndsTheFirst(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        String first = code(administrator, person);
        String second = code(administrator, person);
        assertRefused(person, first);
        assertThat(choose(person, second).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @DatabaseSource
    void passwordCodeForAnAccountWithRightsElsewhereIsRefused(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient municipality = ServiceClient.administrator(school.server());
        Answer given = municipality
                .withHeader("If-Match", municipality.get(person.path()).tag())
                .put(
                        TestSchool.create(school.server()).path() + "/accounts/" + person.id() + "/roles",
                        Map.of("roles", List.of(Map.of("role", "READER"))));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        Answer drawn = school.addPerson(Role.ADMINISTRATOR).browser().post(person.path() + "/password-code", Map.of());
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeOfARemovedAccountIsRefused(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        String code = code(administrator, person);
        Answer removed = administrator
                .withHeader("If-Match", administrator.get(person.path()).tag())
                .delete(person.path());
        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
        assertThat(choose(person, code).status()).isEqualTo(403);
    }

    /** Returns whether a transaction waits for a lock of another one. */
    private static boolean isSomebodyWaiting(TestDatabase database, JdbcClient rows) {
        String asked = database == TestDatabase.H2
                ? "SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL"
                : "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
        return rows.sql(asked).query(Long.class).single() > 0;
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeThatIsUsedDuringAPromotionWaitsForItAndIsRefused(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        String code = code(school.addPerson(Role.ADMINISTRATOR).browser(), person);
        var rows = school.server().bean(JdbcClient.class);
        var promotion = new Caller.Grant(new OrganisationId("home"), Role.PLANNER, null);
        CompletableFuture<Answer> used = school.server()
                .bean(TransactionTemplate.class)
                .execute(status -> {
                    school.server().bean(GrantRepository.class).add(new AccountId(person.id()), promotion);
                    var using = CompletableFuture.supplyAsync(() -> choose(person, code));
                    Polling.until("the code is used", () -> using.isDone() || isSomebodyWaiting(database, rows));
                    return using;
                });
        assertThat(used.join().status()).as(used.join().body()).isEqualTo(403);
        assertThat(person.signIn().status()).isEqualTo(200);
    }

    /** Actions that require an account's old password or one of its sessions. */
    private enum CompetingAction {
        SIGN_IN(401, "sign-in.wrong") {
            @Override
            Answer of(Person person, ServiceClient browser) {
                return person.signIn();
            }
        },
        CHANGE_OF_PASSWORD(401, "rest.sign-in") {
            @Override
            Answer of(Person person, ServiceClient browser) {
                return browser.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", CHOSEN));
            }
        },
        TOKEN(401, "rest.sign-in") {
            @Override
            Answer of(Person person, ServiceClient browser) {
                var expires = TestClock.now().plus(Duration.ofDays(1)).toString();
                return browser.post(
                        "/api/v1/me/tokens",
                        Map.of("name", "Et program", "scopes", List.of("READ"), "expires", expires));
            }
        };

        private final int status;
        private final String code;

        CompetingAction(int status, String code) {
            this.status = status;
            this.code = code;
        }

        abstract Answer of(Person person, ServiceClient browser);
    }

    /** A reset ends all access of a signed-in attacker, including requests in progress. */
    @ParameterizedTest
    @DatabaseSource
    void actionBegunDuringAResetWaitsAndIsRefused(TestDatabase database) {
        TestSchool school = school(database);
        var rows = school.server().bean(JdbcClient.class);
        for (CompetingAction beginning : CompetingAction.values()) {
            Person person = school.addPerson(Role.READER);
            ServiceClient browser = person.browser();
            assertThat(browser.get("/api/v1/me").status())
                    .as("its use is noted")
                    .isEqualTo(200);
            var account = new AccountId(person.id());
            CompletableFuture<Answer> begun = school.server()
                    .bean(TransactionTemplate.class)
                    .execute(status -> {
                        var accounts = school.server().bean(AccountRepository.class);
                        accounts.lock(account);
                        var beginner = CompletableFuture.supplyAsync(() -> beginning.of(person, browser));
                        Polling.until("it waits", () -> beginner.isDone() || isSomebodyWaiting(database, rows));
                        accounts.setPasswordHash(
                                account,
                                school.server().bean(PasswordService.class).hash(CHOSEN));
                        school.server()
                                .bean(CredentialRepository.class)
                                .revokeAll(account, Credential.Kind.SESSION, null);
                        return beginner;
                    });
            assertThat(begun.join().status()).as(begun.join().body()).isEqualTo(beginning.status);
            assertThat(begun.join().at("/code")).isEqualTo(beginning.code);
        }
    }
}
