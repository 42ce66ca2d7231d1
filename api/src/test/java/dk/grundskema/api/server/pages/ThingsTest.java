package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.timetable.SmallPlan;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.Availability;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What forms call the things of a plan, and what is meant by what is typed into them. */
final class ThingsTest {
    private static StaffMember staff(String id, String name) {
        return new StaffMember(
                new StaffId(id), name, new TreeSet<>(), Availability.always(), 37, 0, List.of(), null, null, null);
    }

    private static Things of(List<StaffMember> staff) {
        return new Things(new SmallPlan().problem().staffed(staff), true);
    }

    @Test
    void somethingIsMeantByItsIdOrByItsNameHoweverItIsWritten() {
        var things = of(List.of(staff("lk", "Lone Kjær"), staff("pa", "Peter Aagaard")));
        assertThat(things.meant(Thing.STAFF, "pa")).isEqualTo("pa");
        assertThat(things.meant(Thing.STAFF, "LONE KJÆR")).isEqualTo("lk");
        assertThat(things.meant(Thing.STAFF, "Mette")).as("nobody").isEqualTo("Mette");
        assertThat(things.meant(Thing.ROOM, "lone kjær")).as("of no other kind").isEqualTo("lone kjær");
        assertThat(things.meant(null, "lk")).isEqualTo("lk");
        assertThat(things.called(Thing.STAFF, "lk")).isEqualTo("Lone Kjær");
        assertThat(things.called(Thing.STAFF, "LK")).as("ids are as they are").isEqualTo("LK");
    }

    @Test
    void ofOneWhoseIdAndAnotherWhoseNameItIsTheFirstIsMeant() {
        assertThat(of(List.of(staff("b", "A"), staff("A", "B"))).meant(Thing.STAFF, "A"))
                .isEqualTo("b");
        assertThat(of(List.of(staff("A", "B"), staff("b", "A"))).meant(Thing.STAFF, "A"))
                .isEqualTo("A");
    }

    @Test
    void whatStandsInBracketsNeedNotBeTypedAsLongAsOneIsMeantByTheRest() {
        var things = of(List.of(staff("1", "Ida Lund (7A)"), staff("2", "Bo Friis (7A)"), staff("3", "Bo Friis (7B)")));
        assertThat(things.meant(Thing.STAFF, "ida lund")).isEqualTo("1");
        assertThat(things.meant(Thing.STAFF, "Bo Friis")).isEqualTo("Bo Friis");
        assertThat(things.meant(Thing.STAFF, "Bo Friis (7b)")).isEqualTo("3");
    }

    @Test
    void whoIsCalledAsSomebodyElseIsHasTheId() {
        var things = of(List.of(staff("1", "Bo Friis"), staff("2", "Bo Friis")));
        assertThat(things.called(Thing.STAFF, "2")).isEqualTo("Bo Friis · 2");
        assertThat(things.meant(Thing.STAFF, "bo friis · 2")).isEqualTo("2");
    }

    @Test
    void veryManyCellsAreReadInNoTime() {
        int many = 20_000;
        var things = of(IntStream.range(0, many)
                .mapToObj(i -> staff("id-" + i, "Navn " + i))
                .toList());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < many; i++) {
                assertThat(things.meant(Thing.STAFF, "navn " + i)).isEqualTo("id-" + i);
                assertThat(things.called(Thing.STAFF, "id-" + i)).isEqualTo("Navn " + i);
            }
        });
    }
}
