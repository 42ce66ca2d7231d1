package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is worked out of a feed is written only over what it was made of. */
final class WrittenFeedsTest {
    private static final String WRITING = "UPDATE feed_state SET publication = :publication";

    /** Who has read before a plan forgot its people must not bring them back: the first try to write comes to nothing, and all is worked out anew. */
    @ParameterizedTest
    @EnumSource
    void whatWasReadBeforeAPlanForgotIsNotWrittenAfterwards(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        JdbcClient real = camp.server.part(JdbcClient.class);
        var tries = new AtomicInteger();
        Runnable forgets = () -> real.sql(
                        "UPDATE feed_state SET publication = 0, step = step + 1, content = NULL WHERE link = :link")
                .param("link", link.id().value())
                .update();
        JdbcClient disturbed = (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    boolean isWriting = method.getName().equals("sql")
                            && String.valueOf(arguments[0]).strip().startsWith(WRITING);
                    if (isWriting && tries.getAndIncrement() == 0) {
                        forgets.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        var feeds = new Feeds(
                disturbed,
                camp.server.part(PublicationRows.class),
                camp.server.part(PublishedCalendars.class),
                camp.now::get);

        feeds.fold(link);

        assertThat(tries).hasValue(2);
        assertThat(feeds.now(link).publication()).isEqualTo(1);
        assertThat(feeds.now(link).version()).as("forgotten, then written once").isEqualTo(2);
    }
}
