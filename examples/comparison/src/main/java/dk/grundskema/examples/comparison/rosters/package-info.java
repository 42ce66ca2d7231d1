/** A benchmark as a plugin: rosters of nurses, in the shape of the First International Nurse Rostering Competition (2010). Not a part of the product. */
@NullMarked
package dk.grundskema.examples.comparison.rosters;

import org.jspecify.annotations.NullMarked;
