package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.traffic.LimitSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ClockJumpsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;

    private static final int PER_ADDRESS = 30;
    private static final int PER_NAME = 20;

    private final ManualTimeMeter elapsed = new ManualTimeMeter();
    private String secret = "";

    private SignInLimiter limits(JdbcClient database) {
        return new SignInLimiter(
                database,
                clock,
                elapsed,
                ServiceSettings.of(Map.of(
                                ServiceSettingKey.LIMIT_SIGN_INS, String.valueOf(PER_ADDRESS),
                                ServiceSettingKey.LIMIT_SIGN_INS_OF_NAME, String.valueOf(PER_NAME)))
                        .get(LimitSettings.class));
    }

    private CredentialRepository with(TestDatabase database, Kind kind, Duration lasts) {
        var server = TestPlatform.on(database);
        var credentials = new CredentialRepository(server.bean(JdbcClient.class), clock);
        secret = server.bean(IdGenerator.class).newSecret();
        credentials.add(
                new Credential(
                        server.bean(IdGenerator.class).newId(),
                        new AccountId(
                                TestSchool.create(server).addPerson(Role.READER).id()),
                        kind,
                        "",
                        EnumSet.of(Permission.READ),
                        null,
                        now.get(),
                        now.get().plus(lasts),
                        null),
                secret);
        return credentials;
    }

    private boolean isGood(CredentialRepository credentials, Kind kind, Duration later) {
        now.set(NOON.plus(later));
        Optional<Credential> known = credentials.findBySecret(secret, kind);
        known.ifPresent(credentials::recordUse);
        return known.isPresent();
    }

    @Test
    void aTokenIsGoodUntilTheMomentOfItsExpiry() {
        CredentialRepository all = with(TestDatabase.H2, Kind.TOKEN, Duration.ofDays(30));
        assertThat(isGood(all, Kind.TOKEN, Duration.ofDays(30).minusSeconds(1))).isTrue();
        assertThat(isGood(all, Kind.TOKEN, Duration.ofDays(30))).isFalse();
    }

    @Test
    void aSessionEndsWhenItIsIdleAndWhenItIsOld() {
        CredentialRepository all = with(TestDatabase.H2, Kind.SESSION, SessionService.LIFETIME);
        Duration step = CredentialRepository.MAX_IDLE_TIME.minusSeconds(1);
        Duration at = Duration.ZERO;
        while (at.plus(step).compareTo(SessionService.LIFETIME) < 0) {
            at = at.plus(step);
            assertThat(isGood(all, Kind.SESSION, at)).as("used after %s", at).isTrue();
        }
        assertThat(isGood(all, Kind.SESSION, SessionService.LIFETIME)).isFalse();
        CredentialRepository idle = with(TestDatabase.H2, Kind.SESSION, SessionService.LIFETIME);
        now.set(NOON);
        CredentialRepository fresh = with(TestDatabase.H2, Kind.SESSION, SessionService.LIFETIME);
        assertThat(isGood(fresh, Kind.SESSION, CredentialRepository.MAX_IDLE_TIME))
                .isFalse();
        assertThat(idle).isNotNull();
    }

    @Test
    void aSessionThatHasEndedDoesntLiveAgainWhenTheClockGoesBack() {
        CredentialRepository all = with(TestDatabase.H2, Kind.SESSION, SessionService.LIFETIME);
        assertThat(isGood(all, Kind.SESSION, Duration.ofMinutes(1))).isTrue();
        assertThat(isGood(all, Kind.SESSION, YEAR)).isFalse();
        assertThat(isGood(all, Kind.SESSION, Duration.ofMinutes(2))).isFalse();
    }

    @Test
    void tokenFromAClockFarAheadIsInvalidOnceTheClockIsRight() {
        now.set(NOON.plus(YEAR));
        CredentialRepository all = with(TestDatabase.H2, Kind.TOKEN, Duration.ofDays(1));
        assertThat(isGood(all, Kind.TOKEN, Duration.ZERO)).isFalse();
    }

    @Test
    void aLockEndsByItselfAndAClockThatWasWrongLocksNobodyForEver() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String name = "clock-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        now.set(NOON.plus(YEAR));
        fail(limits, name);
        assertThatThrownBy(() -> limits.checkName(name))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.patience()).isEqualTo(SignInLimiter.FIRST_LOCK_DURATION));
        now.set(NOON);
        assertThatCode(() -> limits.checkName(name)).doesNotThrowAnyException();
        fail(limits, name);
        assertThatThrownBy(() -> limits.checkName(name)).isInstanceOf(RefusalException.class);
        now.set(NOON.plus(SignInLimiter.MAX_LOCK_DURATION));
        assertThatCode(() -> limits.checkName(name)).doesNotThrowAnyException();
    }

    @Test
    void eachFurtherFailureLocksForLongerUpToAnEnd() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String name = "longer-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        now.set(NOON);
        fail(limits, name);
        for (int minutes : List.of(1, 2, 4, 8, 15, 15)) {
            assertThatThrownBy(() -> limits.checkName(name))
                    .isInstanceOfSatisfying(
                            RefusalException.class,
                            refusal -> assertThat(refusal.patience()).isEqualTo(Duration.ofMinutes(minutes)));
            now.set(clock.instant().plus(Duration.ofMinutes(minutes)));
            assertThatCode(() -> limits.checkName(name)).doesNotThrowAnyException();
            limits.recordFailure(name);
        }
        now.set(clock.instant().plus(Duration.ofDays(1)));
        limits.recordFailure(name);
        assertThatCode(() -> limits.checkName(name))
                .as("a day later it is the first")
                .doesNotThrowAnyException();
    }

    /** A whole school is one address to the service. */
    @Test
    void guessesAtOneNameBlockNoOtherNameBehindTheSameAddress() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String pupil = "guessed-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        String school = "192.0.2.7";
        for (int i = 0; i < 10 * PER_ADDRESS; i++) {
            var unused = catchThrowable(() -> limits.checkAttempt(pupil, school));
        }
        assertThatThrownBy(() -> limits.checkAttempt(pupil, school)).isInstanceOf(RefusalException.class);
        assertThatCode(() -> limits.checkAttempt("teacher-" + pupil, school)).doesNotThrowAnyException();
    }

    @Test
    void guessesAtManyNamesBlockNoKnownNameBehindTheSameAddress() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String teacher = "known-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        String school = "192.0.2.8";
        limits.recordSuccess(teacher, school);
        for (int i = 0; i < PER_ADDRESS; i++) {
            String guess = "guess-" + i;
            var unused = catchThrowable(() -> limits.checkAttempt(guess, school));
        }
        assertThatThrownBy(() -> limits.checkAttempt("somebody-new", school)).isInstanceOf(RefusalException.class);
        assertThatCode(() -> limits.checkAttempt(teacher, school)).doesNotThrowAnyException();
    }

    @Test
    void guessesFromElsewhereDoNotLockANameAtItsKnownAddress() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String name = "only-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        String office = "192.0.2.9";
        now.set(NOON);
        limits.recordSuccess(name, office);
        for (int i = 0; i < SignInLimiter.MOST_FAILURES; i++) {
            limits.recordFailure(name, "198.51.100.1");
        }
        assertThatThrownBy(() -> limits.checkAttempt(name, "198.51.100.1")).isInstanceOf(RefusalException.class);
        assertThatCode(() -> limits.checkAttempt(name, office)).doesNotThrowAnyException();
        for (int i = 0; i < SignInLimiter.MOST_FAILURES; i++) {
            limits.recordFailure(name, office);
        }
        assertThatThrownBy(() -> limits.checkAttempt(name, office))
                .as("guesses from there count, too")
                .isInstanceOf(RefusalException.class);
        now.set(NOON.plus(SignInLimiter.MAX_LOCK_DURATION));
        limits.recordSuccess(name, office);
        assertThatCode(() -> limits.checkAttempt(name, office)).doesNotThrowAnyException();
    }

    @Test
    void firstFailuresAtTheSameMomentAllCount() throws Exception {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        now.set(NOON);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                String name = "at-once-"
                        + TestPlatform.on(TestDatabase.H2)
                                .bean(IdGenerator.class)
                                .newId();
                Callable<Boolean> fail = () -> {
                    limits.recordFailure(name);
                    return true;
                };
                for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(SignInLimiter.MOST_FAILURES, fail))) {
                    assertThat(one.get()).isTrue();
                }
                assertThatThrownBy(() -> limits.checkName(name)).isInstanceOf(RefusalException.class);
            }
        }
    }

    /** The lock is in the database, so it holds for other workers and after a restart. */
    @Test
    void aLockHoldsForAllWorkers() {
        JdbcClient shared = TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class);
        String name = "worker-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        fail(limits(shared), name);
        var other = limits(shared);
        assertThatThrownBy(() -> other.checkName(name)).isInstanceOf(RefusalException.class);
        other.recordSuccess(name);
        assertThatCode(() -> other.checkName(name)).doesNotThrowAnyException();
    }

    @Test
    void addressWithTooManyAttemptsWaits() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        for (int i = 0; i < PER_ADDRESS; i++) {
            limits.checkAddress("192.0.2.1");
        }
        assertThatThrownBy(() -> limits.checkAddress("192.0.2.1"))
                .isInstanceOfSatisfying(RefusalException.class, refusal -> {
                    assertThat(refusal.findings().getFirst().code()).isEqualTo("sign-in.too-often");
                    assertThat(refusal.patience())
                            .isEqualTo(Duration.ofMinutes(1).dividedBy(PER_ADDRESS));
                });
        assertThatCode(() -> limits.checkAddress("192.0.2.2")).doesNotThrowAnyException();
        elapsed.advance(Duration.ofMinutes(1).dividedBy(PER_ADDRESS));
        assertThatCode(() -> limits.checkAddress("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void aNameIsTriedOnlySoOftenFromWhereverTheTriesCome() {
        var limits = limits(TestPlatform.on(TestDatabase.H2).bean(JdbcClient.class));
        String name = "typed-"
                + TestPlatform.on(TestDatabase.H2).bean(IdGenerator.class).newId();
        for (int i = 0; i < PER_NAME; i++) {
            limits.checkAttempt(name, "198.51.100." + i);
        }
        assertThatThrownBy(() -> limits.checkAttempt(name, "198.51.100.200")).isInstanceOf(RefusalException.class);
        elapsed.advance(Duration.ofMinutes(1).dividedBy(PER_NAME));
        assertThatCode(() -> limits.checkAttempt(name, "198.51.100.200")).doesNotThrowAnyException();
    }

    private static void fail(SignInLimiter limits, String name) {
        for (int i = 0; i < SignInLimiter.MOST_FAILURES; i++) {
            limits.recordFailure(name);
        }
    }
}
