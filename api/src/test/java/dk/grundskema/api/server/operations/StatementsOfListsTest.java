package dk.grundskema.api.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.platform.RequestId;
import dk.grundskema.api.server.start.Server;
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
final class StatementsOfListsTest {
    private static final int FEW = 5;
    private static final int MANY = 50;

    @ParameterizedTest
    @DatabaseSource
    void listsAskAsOftenForManyAsForFew(Database database) {
        Server server = Services.on(database);
        ListedSchool school = ListedSchool.in(server);
        List<String> all = ListedSchool.operations(server).keySet().stream()
                .filter(one -> one.getMethodsCondition().getMethods().toString().equals("[GET]"))
                .flatMap(one -> one.getPatternValues().stream())
                .map(school::filled)
                .filter(one -> !one.contains("{") && !one.contains("actuator"))
                .sorted()
                .toList();
        school.grow(FEW);
        school.wait(true);
        Map<String, Integer> few = asked(school, all);
        school.grow(MANY - FEW);
        school.wait(true);
        Map<String, Integer> many = asked(school, all);
        school.wait(false);
        assertThat(few).as("the service was asked for something").hasSizeGreaterThan(50);
        many.keySet().removeIf(path -> many.getOrDefault(path, 0) <= few.getOrDefault(path, 0));
        few.keySet().retainAll(many.keySet());
        assertThat(many).as("lists that ask more often for many").isEqualTo(few);
    }

    /** How many statements each answer took. */
    private static Map<String, Integer> asked(ListedSchool school, List<String> paths) {
        var asked = new TreeMap<String, Integer>();
        for (String path : paths) {
            school.client().unheld().get(path); // so that what is remembered of it is the same, however many there are
            try (var statements = new Statements()) {
                asked.put(path, statements.of(school.client().unheld().get(path)));
            }
        }
        return asked;
    }

    /** All SQL that is sent to databases, by the request for which it is. */
    private static final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        Statements() {
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
                    .filter(event -> event.getMDCPropertyMap().containsValue(answer.header(RequestId.HEADER)))
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.matches("(?s)Executing (prepared )?SQL (statement|query) \\[.*"))
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
