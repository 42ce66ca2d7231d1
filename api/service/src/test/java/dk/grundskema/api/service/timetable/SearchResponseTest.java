package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.timetable.TimetableViewProvider.SearchAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers of searches that a limit may end. */
final class SearchResponseTest {
    /** An answer. */
    record Found(int seats) {}

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TimetableViewProvider provider = server.bean(TimetableViewProvider.class);
    private final ViewedTimetable viewed = provider.resolve(
            server.bean(PlanStore.class)
                    .get(TestPlans.planIdOf(
                            FaultyCamps.create(server, TestSchool.create(server).path(), Fault.OPEN_SEAT))),
            StudentNaming.NAMES);
    private final Deque<SearchAnswer> searches = new ArrayDeque<>();

    private ResponseEntity<byte[]> ask(String ifNoneMatch) {
        return provider.respondToSearch(viewed, "present", ifNoneMatch, List.of("found"), searches::pop);
    }

    private static String body(ResponseEntity<byte[]> response) {
        return new String(Objects.requireNonNull(response.getBody()), StandardCharsets.UTF_8);
    }

    @Test
    void limitedAnswerIsSearchedAgainAndAFinishedOneIsKept() {
        searches.add(new SearchAnswer(new Found(1), true));
        searches.add(new SearchAnswer(new Found(2), false));

        ResponseEntity<byte[]> limited = ask("");
        assertThat(body(limited)).contains("1");
        assertThat(limited.getHeaders().getETag()).isNull();
        assertThat(limited.getHeaders().getCacheControl()).contains("no-store");

        ResponseEntity<byte[]> finished = ask("");
        String tag = Objects.requireNonNull(finished.getHeaders().getETag());
        assertThat(body(finished)).contains("2");

        assertThat(searches).isEmpty();
        assertThat(body(ask(""))).as("from the cache").isEqualTo(body(finished));
        assertThat(ask(tag).getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
    }
}
