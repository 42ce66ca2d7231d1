package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dk.grundskema.api.service.http.RequestIdValve;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.testing.DatabaseSource;
import dk.grundskema.api.service.testing.LongListsFixture;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How often a list asks the database doesn't depend on how long it is. */
@Tag("full")
final class ListStatementCountTest {
    private static final int FEW = 5;
    private static final int MANY = 50;

    @ParameterizedTest
    @DatabaseSource
    void listsAskAsOftenForManyAsForFew(TestDatabase database) {
        Server server = TestServices.on(database);
        LongListsFixture school = LongListsFixture.create(server);
        List<String> all = LongListsFixture.operations(server).keySet().stream()
                .filter(one -> one.getMethodsCondition().getMethods().toString().equals("[GET]"))
                .flatMap(one -> one.getPatternValues().stream())
                .map(school::filledPath)
                .filter(one -> !one.contains("{") && !one.contains("actuator"))
                .sorted()
                .toList();
        school.grow(FEW);
        school.setSolvesWaiting(true);
        Map<String, Integer> few = asked(school, all);
        school.grow(MANY - FEW);
        school.setSolvesWaiting(true);
        Map<String, Integer> many = asked(school, all);
        school.setSolvesWaiting(false);
        assertThat(few).as("the service received requests").hasSizeGreaterThan(50);
        many.keySet().removeIf(path -> many.getOrDefault(path, 0) <= few.getOrDefault(path, 0));
        few.keySet().retainAll(many.keySet());
        assertThat(many).as("lists that ask more often for many").isEqualTo(few);
    }

    /** How many statements each answer took. */
    private static Map<String, Integer> asked(LongListsFixture school, List<String> paths) {
        var asked = new TreeMap<String, Integer>();
        for (String path : paths) {
            school.client()
                    .withoutContractCheck()
                    .get(path); // so that what is remembered of it is the same, however many there are
            try (var statements = new StatementCounter()) {
                asked.put(
                        path,
                        statements.of(school.client().withoutContractCheck().get(path)));
            }
        }
        return asked;
    }

    /** All SQL that is sent to databases, by the request for which it is. */
    private static final class StatementCounter extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        StatementCounter() {
            setContext(statements.getLoggerContext());
            start();
            statements.setLevel(Level.DEBUG);
            statements.setAdditive(false);
            statements.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        int of(Answer answer) {
            return (int) events.stream()
                    .filter(event -> event.getMDCPropertyMap().containsValue(answer.header(RequestIdValve.HEADER)))
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.matches("(?s)Executing (prepared )?SQL (statement|query) \\[.*"))
                    .filter(message -> !message.contains("SET last_used")) // once a minute, whatever is read
                    .count();
        }

        @Override
        public void close() {
            statements.detachAppender(this);
            statements.setAdditive(true);
            statements.setLevel(null);
            stop();
        }
    }
}
