package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes by others after a publication has begun and before it has locked the plan. */
final class ConcurrentPublishingTest {
    private static final NewPublication ALL = new NewPublication(null, "", List.of(), true, true);
    private static final AccountId SOMEBODY = new AccountId("somebody");

    /** Publishes; others do something in the last moment before the plan is locked. */
    private static Publication publish(PublishedCampFixture camp, Runnable others) {
        var late = new TransactionTemplate(camp.server.bean(PlatformTransactionManager.class)) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                others.run();
                return super.execute(action);
            }
        };
        return camp.publications(late).publish(camp.id, camp.plan().version(), ALL, SOMEBODY);
    }

    private static void move(PublishedCampFixture camp) {
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.change(
                all -> MeetingVariants.with(all, MeetingVariants.at(moved, LocalTime.of(6, 5), LocalTime.of(6, 50))));
    }

    @ParameterizedTest
    @DatabaseSource
    void changeThatAnotherPublishedMeanwhileIsNothingNew(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        move(camp);

        assertThatThrownBy(() -> publish(camp, camp::publish))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("publishing.nothing-new");

        assertThat(camp.server
                        .bean(PublicationRepository.class)
                        .findLast(camp.id)
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanThatWasChangedMeanwhileIsNotPublishedUnseen(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);

        assertThatThrownBy(() -> publish(camp, () -> move(camp)))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED));

        assertThat(camp.server.bean(PublicationRepository.class).findLast(camp.id))
                .isEmpty();
    }
}
