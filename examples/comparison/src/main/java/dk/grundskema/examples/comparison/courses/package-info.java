/**
 * A benchmark as a plugin: course timetabling by curricula, in the shape of the third track of the International Timetabling Competition 2007. Not a
 * part of the product.
 */
@NullMarked
package dk.grundskema.examples.comparison.courses;

import org.jspecify.annotations.NullMarked;
