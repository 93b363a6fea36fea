// SPDX-License-Identifier: Apache-2.0
// The bytes of the language model and of the compiled knowledge, as read-only data.

        .section .rodata
        .global masudi_model_begin, masudi_model_end, masudi_knowledge_begin, masudi_knowledge_end

        .balign 64
masudi_model_begin:
#ifdef MASUDI_MODEL_FILE
        .incbin MASUDI_MODEL_FILE
#endif
masudi_model_end:

        .balign 64
masudi_knowledge_begin:
        .incbin MASUDI_KNOWLEDGE_FILE
masudi_knowledge_end:

        .section .note.GNU-stack, "", %progbits
