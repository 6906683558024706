# SPDX-License-Identifier: GPL-3.0-or-later
# The field table's walks; libprotobuf is the oracle of the codec.
find_package(Protobuf REQUIRED)
protobuf_generate_cpp(oracle_source oracle_header entity/described.proto)
add_library(simrs_wire_oracle STATIC ${oracle_source})
target_include_directories(simrs_wire_oracle SYSTEM PUBLIC ${CMAKE_CURRENT_BINARY_DIR} ${Protobuf_INCLUDE_DIRS})
target_link_libraries(simrs_wire_oracle PUBLIC ${Protobuf_LIBRARIES} Threads::Threads)

simrs_test(NAME codec_test ROOM entity KIND unit SOURCES entity/codec_test.cpp LIBS entity wire_oracle)
simrs_test(NAME patch_test ROOM entity KIND unit SOURCES entity/patch_test.cpp LIBS entity)
