package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.ManualTimeMeter;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
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

    private SignInLimits limits(JdbcClient database) {
        return new SignInLimits(database, clock, elapsed, PER_ADDRESS, PER_NAME);
    }

    private Credentials with(Database database, Kind kind, Duration lasts) {
        var server = Services.on(database);
        var credentials = new Credentials(server.part(JdbcClient.class), clock);
        secret = server.part(FreshIds.class).secret();
        credentials.add(
                new Credential(
                        server.part(FreshIds.class).id(),
                        new AccountId(School.in(server).person(Role.READER).id()),
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

    private boolean isGood(Credentials credentials, Kind kind, Duration later) {
        now.set(NOON.plus(later));
        Optional<Credential> known = credentials.known(secret, kind);
        known.ifPresent(credentials::used);
        return known.isPresent();
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenIsGoodUntilTheMomentOfItsExpiry(Database database) {
        Credentials all = with(database, Kind.TOKEN, Duration.ofDays(30));
        assertThat(isGood(all, Kind.TOKEN, Duration.ofDays(30).minusSeconds(1))).isTrue();
        assertThat(isGood(all, Kind.TOKEN, Duration.ofDays(30))).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void aSessionEndsWhenItIsIdleAndWhenItIsOld(Database database) {
        Credentials all = with(database, Kind.SESSION, SignIn.LASTS);
        Duration step = Credentials.IDLE.minusSeconds(1);
        Duration at = Duration.ZERO;
        while (at.plus(step).compareTo(SignIn.LASTS) < 0) {
            at = at.plus(step);
            assertThat(isGood(all, Kind.SESSION, at)).as("used after %s", at).isTrue();
        }
        assertThat(isGood(all, Kind.SESSION, SignIn.LASTS)).isFalse();
        Credentials idle = with(database, Kind.SESSION, SignIn.LASTS);
        now.set(NOON);
        Credentials fresh = with(database, Kind.SESSION, SignIn.LASTS);
        assertThat(isGood(fresh, Kind.SESSION, Credentials.IDLE)).isFalse();
        assertThat(idle).isNotNull();
    }

    @ParameterizedTest
    @DatabaseSource
    void aSessionThatHasEndedDoesntLiveAgainWhenTheClockGoesBack(Database database) {
        Credentials all = with(database, Kind.SESSION, SignIn.LASTS);
        assertThat(isGood(all, Kind.SESSION, Duration.ofMinutes(1))).isTrue();
        assertThat(isGood(all, Kind.SESSION, YEAR)).isFalse();
        assertThat(isGood(all, Kind.SESSION, Duration.ofMinutes(2))).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatWasMadeByAClockThatWasFarAheadIsNoGoodOnceItIsRight(Database database) {
        now.set(NOON.plus(YEAR));
        Credentials all = with(database, Kind.TOKEN, Duration.ofDays(1));
        assertThat(isGood(all, Kind.TOKEN, Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void aLockEndsByItselfAndAClockThatWasWrongLocksNobodyForEver(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String name = "clock-" + Services.on(database).part(FreshIds.class).id();
        now.set(NOON.plus(YEAR));
        fail(limits, name);
        assertThatThrownBy(() -> limits.withName(name))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.patience()).isEqualTo(SignInLimits.LOCKED_AT_FIRST));
        now.set(NOON);
        assertThatCode(() -> limits.withName(name)).doesNotThrowAnyException();
        fail(limits, name);
        assertThatThrownBy(() -> limits.withName(name)).isInstanceOf(Refusal.class);
        now.set(NOON.plus(SignInLimits.LOCKED));
        assertThatCode(() -> limits.withName(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void eachFurtherFailureLocksForLongerUpToAnEnd(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String name = "longer-" + Services.on(database).part(FreshIds.class).id();
        now.set(NOON);
        fail(limits, name);
        for (int minutes : List.of(1, 2, 4, 8, 15, 15)) {
            assertThatThrownBy(() -> limits.withName(name))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.patience()).isEqualTo(Duration.ofMinutes(minutes)));
            now.set(clock.instant().plus(Duration.ofMinutes(minutes)));
            assertThatCode(() -> limits.withName(name)).doesNotThrowAnyException();
            limits.failed(name);
        }
        now.set(clock.instant().plus(Duration.ofDays(1)));
        limits.failed(name);
        assertThatCode(() -> limits.withName(name))
                .as("a day later it is the first")
                .doesNotThrowAnyException();
    }

    /** A school is one address to us. */
    @ParameterizedTest
    @DatabaseSource
    void whoGuessesAtOneNameStopsNobodyElseBehindTheSameAddress(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String pupil = "guessed-" + Services.on(database).part(FreshIds.class).id();
        String school = "192.0.2.7";
        for (int i = 0; i < 10 * PER_ADDRESS; i++) {
            var unused = catchThrowable(() -> limits.attempt(pupil, school));
        }
        assertThatThrownBy(() -> limits.attempt(pupil, school)).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.attempt("teacher-" + pupil, school)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoGuessesAtManyNamesStopsNobodyWhoHasSignedInFromThereBefore(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String teacher = "known-" + Services.on(database).part(FreshIds.class).id();
        String school = "192.0.2.8";
        limits.succeeded(teacher, school);
        for (int i = 0; i < PER_ADDRESS; i++) {
            String guess = "guess-" + i;
            var unused = catchThrowable(() -> limits.attempt(guess, school));
        }
        assertThatThrownBy(() -> limits.attempt("somebody-new", school)).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.attempt(teacher, school)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoGuessesElsewhereLocksNobodyOutWhoHasSignedInFromHereBefore(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String name = "only-" + Services.on(database).part(FreshIds.class).id();
        String office = "192.0.2.9";
        now.set(NOON);
        limits.succeeded(name, office);
        for (int i = 0; i < SignInLimits.MOST_FAILURES; i++) {
            limits.failed(name, "198.51.100.1");
        }
        assertThatThrownBy(() -> limits.attempt(name, "198.51.100.1")).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.attempt(name, office)).doesNotThrowAnyException();
        for (int i = 0; i < SignInLimits.MOST_FAILURES; i++) {
            limits.failed(name, office);
        }
        assertThatThrownBy(() -> limits.attempt(name, office))
                .as("guesses from there count, too")
                .isInstanceOf(Refusal.class);
        now.set(NOON.plus(SignInLimits.LOCKED));
        limits.succeeded(name, office);
        assertThatCode(() -> limits.attempt(name, office)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void firstFailuresAtTheSameMomentAllCount(Database database) throws Exception {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        now.set(NOON);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                String name =
                        "at-once-" + Services.on(database).part(FreshIds.class).id();
                Callable<Boolean> fail = () -> {
                    limits.failed(name);
                    return true;
                };
                for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(SignInLimits.MOST_FAILURES, fail))) {
                    assertThat(one.get()).isTrue();
                }
                assertThatThrownBy(() -> limits.withName(name)).isInstanceOf(Refusal.class);
            }
        }
    }

    /** The lock is in the database: another worker, or this one after a restart, knows it too. */
    @ParameterizedTest
    @DatabaseSource
    void aLockHoldsForAllWorkers(Database database) {
        JdbcClient shared = Services.on(database).part(JdbcClient.class);
        String name = "worker-" + Services.on(database).part(FreshIds.class).id();
        fail(limits(shared), name);
        var other = limits(shared);
        assertThatThrownBy(() -> other.withName(name)).isInstanceOf(Refusal.class);
        other.succeeded(name);
        assertThatCode(() -> other.withName(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoTriesTooFastWaits(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        for (int i = 0; i < PER_ADDRESS; i++) {
            limits.fromAddress("192.0.2.1");
        }
        assertThatThrownBy(() -> limits.fromAddress("192.0.2.1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.findings().getFirst().code()).isEqualTo("sign-in.too-often");
            assertThat(refusal.patience()).isEqualTo(Duration.ofMinutes(1).dividedBy(PER_ADDRESS));
        });
        assertThatCode(() -> limits.fromAddress("192.0.2.2")).doesNotThrowAnyException();
        elapsed.advance(Duration.ofMinutes(1).dividedBy(PER_ADDRESS));
        assertThatCode(() -> limits.fromAddress("192.0.2.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DatabaseSource
    void aNameIsTriedOnlySoOftenFromWhereverTheTriesCome(Database database) {
        var limits = limits(Services.on(database).part(JdbcClient.class));
        String name = "typed-" + Services.on(database).part(FreshIds.class).id();
        for (int i = 0; i < PER_NAME; i++) {
            limits.attempt(name, "198.51.100." + i);
        }
        assertThatThrownBy(() -> limits.attempt(name, "198.51.100.200")).isInstanceOf(Refusal.class);
        elapsed.advance(Duration.ofMinutes(1).dividedBy(PER_NAME));
        assertThatCode(() -> limits.attempt(name, "198.51.100.200")).doesNotThrowAnyException();
    }

    private static void fail(SignInLimits limits, String name) {
        for (int i = 0; i < SignInLimits.MOST_FAILURES; i++) {
            limits.failed(name);
        }
    }
}
