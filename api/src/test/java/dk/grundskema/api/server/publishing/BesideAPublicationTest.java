package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What others do after somebody began to publish, and before the plan was theirs alone. */
final class BesideAPublicationTest {
    private static final NewPublication ALL = new NewPublication(null, "", List.of(), true);
    private static final AccountId SOMEBODY = new AccountId("somebody");

    /** Publishes; others do something in the last moment before the plan is locked. */
    private static Publication publish(PublishedCamp camp, Runnable others) {
        var late = new TransactionTemplate(camp.server.part(PlatformTransactionManager.class)) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                others.run();
                return super.execute(action);
            }
        };
        return camp.publications(late).publish(camp.id, camp.plan().version(), ALL, SOMEBODY);
    }

    private static void move(PublishedCamp camp) {
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(
                all -> ChangedMeetings.with(all, ChangedMeetings.at(moved, LocalTime.of(6, 5), LocalTime.of(6, 50))));
    }

    @ParameterizedTest
    @DatabaseSource
    void whatSomebodyElseHasPublishedMeanwhileIsNothingNew(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.later(Duration.ofDays(1));
        move(camp);

        assertThatThrownBy(() -> publish(camp, camp::publish))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("publishing.nothing-new");

        assertThat(camp.publications().last(camp.id).orElseThrow().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanThatWasChangedMeanwhileIsNotPublishedUnseen(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);

        assertThatThrownBy(() -> publish(camp, () -> move(camp)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED));

        assertThat(camp.publications().last(camp.id)).isEmpty();
    }
}
