package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CommitmentsTest {
    private static Kept.OfProblem busy(Server server, String place) {
        var plan = server.part(Plans.class).get(new PlanId(place.substring(place.lastIndexOf('/') + 1)));
        var problem = server.part(Documents.class)
                .problem(server.part(Plans.class).revision(plan.head()).problem());
        return server.part(Commitments.class).busy(plan, problem);
    }

    private static Kept.OfProblem asked(Server server, String place) {
        var plans = server.part(Plans.class);
        var plan = plans.get(new PlanId(place.substring(place.lastIndexOf('/') + 1)));
        return server.part(Documents.class).problem(plans.revision(plan.head()).problem());
    }

    @ParameterizedTest
    @EnumSource
    void aPlanInUseBindsItsPeopleInOthersWithoutAWordOfWhy(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String one = Planned.plan(client, server, "camp-3-weeks", 20);
        String other = Planned.plan(client, server, "camp-3-weeks", 20);
        String scenario =
                client.post(one + "/scenarios", Map.of("title", "Variant")).header("Location");
        try {
            client.with("If-Match", client.get(one).tag()).put(one + "/in-use", Map.of("inUse", true));
            assertThat(busy(server, one)).isEqualTo(asked(server, one));
            assertThat(busy(server, scenario)).isEqualTo(asked(server, scenario));
            Kept.OfProblem bound = busy(server, other);
            assertThat(bound.hash()).isNotEqualTo(asked(server, other).hash());
            var seat = server
                    .part(Documents.class)
                    .timetable(Objects.requireNonNull(server.part(Plans.class)
                            .revision(new RevisionId((String) client.get(one).at("/revision/id")))
                            .timetable()))
                    .value()
                    .meetings()
                    .stream()
                    .filter(meeting -> meeting.seats().stream().anyMatch(held -> held.staffId() != null))
                    .findFirst()
                    .orElseThrow();
            StaffId who = seat.seats().stream()
                    .flatMap(held -> Stream.ofNullable(held.staffId()))
                    .findFirst()
                    .orElseThrow();
            StaffMember person = bound.value().staffMember(who).orElseThrow();
            var interval = seat.time()
                    .interval(seat.weeks().first(), bound.value().horizon().zone());
            assertThat(person.availability().unavailable(bound.value().horizon()))
                    .anyMatch(gone -> gone.overlap(interval) == interval.minutes());
            assertThat(server.part(Documents.class).text(bound.hash())).doesNotContain("in-use");
        } finally {
            client.with("If-Match", client.get(one).tag()).put(one + "/in-use", Map.of("inUse", false));
        }
        assertThat(busy(server, other)).isEqualTo(asked(server, other));
    }
}
